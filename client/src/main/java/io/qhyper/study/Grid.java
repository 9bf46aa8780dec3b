package io.qhyper.study;

import static io.qhyper.study.GridKey.ANSATZ;
import static io.qhyper.study.GridKey.COORDINATES;
import static io.qhyper.study.GridKey.ESTIMATOR;
import static io.qhyper.study.GridKey.ITERATIONS;
import static io.qhyper.study.GridKey.LAYERS;
import static io.qhyper.study.GridKey.NOISE_MODEL;
import static io.qhyper.study.GridKey.NOISE_SCALE;
import static io.qhyper.study.GridKey.OPTIMIZER_NAME;
import static io.qhyper.study.GridKey.PRECISION;
import static io.qhyper.study.GridKey.PROBLEM;
import static io.qhyper.study.GridKey.RESTARTS;
import static io.qhyper.study.GridKey.SHOTS_EACH;
import static io.qhyper.study.GridKey.SIGNAL_TO_NOISE;
import static io.qhyper.study.GridKey.TOLERANCE;
import static io.qhyper.study.GridKey.TOTAL_SHOTS;

import io.qhyper.ansatz.AnsatzFamily;
import io.qhyper.noise.NoiseSource;
import io.qhyper.study.Trainer.Estimator;
import io.qhyper.study.Trainer.Optimizer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** All cells of a study: every combination of the values that a grid gives. */
public final class Grid {
  /** Deeper circuits than any device runs; a mistyped number must not work for hours. */
  private static final int MOST_LAYERS = 1000;

  private static final int MOST_CELLS = 100_000;

  private final StudyKind study;
  private final GridValues values;
  private final List<Cell> cells;

  private Grid(StudyKind study, GridValues values) throws IOException {
    this.study = study;
    this.values = values;
    this.cells = cells();
  }

  /**
   * The grid of a study.
   *
   * @param given what differs from the study's defaults
   * @param seed the first seed, where the grid has a number of seeds
   * @throws IllegalArgumentException if a value is wrong, or a key belongs to another study
   * @throws IOException if the file of a noise model cannot be read
   */
  public static Grid of(StudyKind study, Map<GridKey, List<String>> given, long seed)
      throws IOException {
    return new Grid(study, GridValues.of(study, given, seed));
  }

  /** The study. */
  public StudyKind study() {
    return study;
  }

  /** The number of cells. */
  public int size() {
    return cells.size();
  }

  /** The command line that runs it, with all that it varies. */
  public String command() {
    return "qhyper study " + study + " " + values.options();
  }

  List<Cell> all() {
    return cells;
  }

  /** The same for the same cells in the same order, in every process. */
  public String digest() {
    return Cell.digest(study + String.join("", cells.stream().map(Cell::key).toList()));
  }

  private List<Cell> cells() throws IOException {
    List<Task> tasks = tasks().stream().distinct().toList();
    List<String> problems = values.texts(PROBLEM);
    problems.forEach(ProblemName::spec);
    List<Integer> layers = layers();
    List<AnsatzFamily> families = families();
    List<Long> seeds = values.seeds();
    requireFew(problems.size(), layers.size(), families.size(), tasks.size(), seeds.size());
    List<Cell> all = new ArrayList<>();
    for (String problem : problems) {
      for (int depth : layers) {
        for (AnsatzFamily family : families) {
          for (Task task : tasks) {
            seeds.forEach(seed -> all.add(new Cell(study, problem, depth, family, task, seed)));
          }
        }
      }
    }
    return all;
  }

  /** Before any cell is made. */
  private static void requireFew(int... sizes) {
    double cells = IntStream.of(sizes).asDoubleStream().reduce(1, (a, b) -> a * b);
    if (cells > MOST_CELLS) {
      throw new IllegalArgumentException(
          "the grid has %.0f cells, at most %d are run".formatted(cells, MOST_CELLS));
    }
  }

  private List<Integer> layers() {
    List<Integer> layers = values.integers(LAYERS, 0);
    for (int depth : layers) {
      if (depth > MOST_LAYERS) {
        throw new IllegalArgumentException(
            "layers must be at most %d, got %d".formatted(MOST_LAYERS, depth));
      }
    }
    return layers;
  }

  /** Those that have layers; 0 layers of any of them are the product state. */
  private List<AnsatzFamily> families() {
    AnsatzFamily[] layered =
        EnumSet.complementOf(EnumSet.of(AnsatzFamily.PRODUCT)).toArray(AnsatzFamily[]::new);
    return values.texts(ANSATZ).stream()
        .map(name -> Named.among(layered, ANSATZ.toString(), name))
        .toList();
  }

  private List<Task> tasks() throws IOException {
    return switch (study) {
      case SHOTS -> gradientErrors();
      case DEPTH -> List.of(new ExactSuccess(values.positive(TOLERANCE)));
      case NOISE -> underNoise();
      case OPTIMIZER -> budgets();
    };
  }

  private List<Task> gradientErrors() {
    List<Task> tasks = new ArrayList<>();
    for (String name : values.texts(ESTIMATOR)) {
      Estimator estimator = Named.among(Estimator.values(), ESTIMATOR.toString(), name);
      for (int shots : values.integers(SHOTS_EACH, 2)) {
        Optimizer rule = estimator == Estimator.SPSA ? Optimizer.SPSA : Optimizer.ADAM;
        tasks.add(
            new GradientError(
                new Trainer(estimator, rule, shots, values.integer(COORDINATES, 1)),
                values.positive(SIGNAL_TO_NOISE)));
      }
    }
    return tasks;
  }

  private List<Task> underNoise() throws IOException {
    NoiseSource source = NoiseSource.named(values.text(NOISE_MODEL));
    if (source.target().isPresent()) {
      throw new IllegalArgumentException(
          "noise of a study must fit any qubits: depolarizing:p1=P,p2=P or a YAML file, got '"
              + values.text(NOISE_MODEL)
              + "'");
    }
    double precision = values.positive(PRECISION);
    List<Task> tasks = new ArrayList<>();
    for (double scale : values.numbers(NOISE_SCALE, 0)) {
      source.model().scaled(scale); // refuses scales that are too large
      NoiseAtScale noise = new NoiseAtScale(source.kind(), source.text(), scale);
      if (optimizers().contains(Optimizer.LBFGS)) {
        tasks.add(new LossUnderNoise(noise, values.integer(RESTARTS, 1), precision));
      }
      for (Trainer trainer : trainers()) {
        tasks.add(new TrainedUnderNoise(trainer, noise, values.integer(ITERATIONS, 1), precision));
      }
    }
    return tasks;
  }

  private List<Task> budgets() {
    if (optimizers().contains(Optimizer.LBFGS)) {
      throw new IllegalArgumentException("optimizer lbfgs spends no shots: take adam, sgd or spsa");
    }
    List<Task> tasks = new ArrayList<>();
    for (Trainer trainer : trainers()) {
      for (int total : values.integers(TOTAL_SHOTS, Trainer.CONFIRMATION_SHOTS)) {
        tasks.add(new Budget(trainer, total));
      }
    }
    return tasks;
  }

  private List<Optimizer> optimizers() {
    return values.texts(OPTIMIZER_NAME).stream()
        .map(name -> Named.among(Optimizer.values(), OPTIMIZER_NAME.toString(), name))
        .toList();
  }

  /** Those by shots; SPSA once for each number of shots, as it has its own estimator. */
  private List<Trainer> trainers() {
    List<Trainer> trainers = new ArrayList<>();
    for (Optimizer optimizer : optimizers()) {
      for (String name : values.texts(ESTIMATOR)) {
        Estimator estimator = Named.among(Estimator.values(), ESTIMATOR.toString(), name);
        boolean own = optimizer == Optimizer.SPSA;
        for (int shots : values.integers(SHOTS_EACH, 2)) {
          if (optimizer != Optimizer.LBFGS && (own || estimator != Estimator.SPSA)) {
            int coordinates = values.integer(COORDINATES, 1);
            trainers.add(
                new Trainer(own ? Estimator.SPSA : estimator, optimizer, shots, coordinates));
          }
        }
      }
    }
    return trainers.stream().distinct().toList();
  }
}
