package io.qhyper.study;

import static io.qhyper.study.StudyKind.DEPTH;
import static io.qhyper.study.StudyKind.NOISE;
import static io.qhyper.study.StudyKind.OPTIMIZER;
import static io.qhyper.study.StudyKind.SHOTS;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a grid can say; by the same names in files and options. */
public enum GridKey {
  /** Problems: mnist-A-B-ENCODING or gaussians-H. */
  PROBLEM(
      Map.of(
          SHOTS, "mnist-0-1-m3p1",
          NOISE, "mnist-0-1-m3p1",
          DEPTH, "mnist-0-1-m3p1",
          OPTIMIZER, "mnist-0-1-m3p1")),
  /** Layers; 0 is the product state. */
  LAYERS(Map.of(SHOTS, "2", NOISE, "4", DEPTH, "0,2,4,6,8", OPTIMIZER, "2")),
  /** Ansätze by the names of {@code --ansatz}. */
  ANSATZ(
      Map.of(SHOTS, "brickwork", NOISE, "brickwork", DEPTH, "brickwork", OPTIMIZER, "brickwork")),
  /** Shots of each circuit of a gradient. */
  SHOTS_EACH(Map.of(SHOTS, "16,64,256,1024,4096", NOISE, "128", OPTIMIZER, "32")),
  /** Where gradients come from. */
  ESTIMATOR(Map.of(SHOTS, "shift", NOISE, "shift", OPTIMIZER, "shift,coordinate")),
  /** What is done with gradients. */
  OPTIMIZER_NAME(Map.of(NOISE, "lbfgs,spsa", OPTIMIZER, "adam,spsa")),
  /** Shots that one training may spend, its confirmation included. */
  TOTAL_SHOTS(Map.of(OPTIMIZER, "20000,60000,180000")),
  /** Factors of the noise. */
  NOISE_SCALE(Map.of(NOISE, "0,0.2,0.5,1,1.5,2")),
  /** Seeds: how many, from that of --seed on, or a list. */
  SEEDS(Map.of(SHOTS, "20", NOISE, "5", DEPTH, "100", OPTIMIZER, "5")),
  /** The noise at scale 1. */
  NOISE_MODEL(Map.of(NOISE, "depolarizing:p1=0.001,p2=0.00375")),
  /** Exact trainings of which the best gives the angles that are optimal without noise. */
  RESTARTS(Map.of(NOISE, "5")),
  /** Steps of a training by shots under noise. */
  ITERATIONS(Map.of(NOISE, "1000")),
  /** The standard error to which a loss under noise is averaged. */
  PRECISION(Map.of(NOISE, "0.002")),
  /** How far above the enumerated minimum a success may be. */
  TOLERANCE(Map.of(DEPTH, "0.0001")),
  /** Parameters that a step of estimator coordinate draws. */
  COORDINATES(Map.of(SHOTS, "8", NOISE, "8", OPTIMIZER, "8")),
  /** The wanted ratio of the gradient's length to that of its error. */
  SIGNAL_TO_NOISE(Map.of(SHOTS, "1"));

  private static final Set<GridKey> SINGLE =
      EnumSet.of(
          NOISE_MODEL, RESTARTS, ITERATIONS, PRECISION, TOLERANCE, COORDINATES, SIGNAL_TO_NOISE);

  @SuppressWarnings("ImmutableEnumChecker") // made by Map.of
  private final Map<StudyKind, String> defaults;

  GridKey(Map<StudyKind, String> defaults) {
    this.defaults = defaults;
  }

  /** Whether a study can be told this. */
  boolean belongsTo(StudyKind study) {
    return defaults.containsKey(study);
  }

  /** What a study takes if it is told nothing. */
  List<String> standard(StudyKind study) {
    return split(defaults.get(study));
  }

  /** Whether there is one value for the whole grid. */
  boolean isSingle() {
    return SINGLE.contains(this);
  }

  /** The values in a text: separated by commas, where there may be several. */
  public List<String> split(String text) {
    return isSingle() ? List.of(text) : List.of(text.split(",", -1));
  }

  /** The keys of a study. */
  static List<GridKey> of(StudyKind study) {
    return Arrays.stream(values()).filter(key -> key.belongsTo(study)).toList();
  }

  /** The key of a name in files. */
  static Optional<GridKey> named(String name) {
    return Arrays.stream(values()).filter(key -> key.toString().equals(name)).findFirst();
  }

  /** The name in files; in options with dashes. */
  @Override
  public String toString() {
    return switch (this) {
      case SHOTS_EACH -> "shots";
      case OPTIMIZER_NAME -> "optimizer";
      case NOISE_MODEL -> "noise";
      default -> name().toLowerCase(Locale.ROOT);
    };
  }
}
