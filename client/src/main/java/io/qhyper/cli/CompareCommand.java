package io.qhyper.cli;

import io.qhyper.ansatz.Ansatz;
import io.qhyper.bnn.Problem;
import io.qhyper.compare.NoiseScaleFit;
import io.qhyper.compare.Provenance;
import io.qhyper.compare.Resampling;
import io.qhyper.hybrid.ExactLoss;
import io.qhyper.hybrid.TrainingProgram;
import io.qhyper.page.Page;
import io.qhyper.page.PageWriter;
import io.qhyper.report.ComparedSample;
import io.qhyper.report.ComparisonReport;
import io.qhyper.report.ComparisonText;
import io.qhyper.report.ScoredProblem;
import io.qhyper.report.page.ComparisonPage;
import io.qhyper.store.AtomicFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code qhyper compare}: how far samples of one circuit are apart, and what of that is chance. */
@Command(
    footer = {
      "",
      "A sample is one of: the folder of a run (the shots that confirmed its result); RUN#JOB, a"
          + " job by its",
      "number in 'runs export --shots' (RUN#JOB.ROW for one of several circuits); a file of run"
          + " --json; job:ID,",
      "a job of IBM Quantum; or a backend that runs the circuit now: local, local:noise=NOISE,",
      "local:noise-scale=S,noise=NOISE (also engine, max-bond, noise-method), ibm:NAME. The circuit"
          + " is that of",
      "the first run or job of a run; without one, that of --params and the options of evaluate.",
      "",
      "Example: qhyper compare runs/first local local:noise=depolarizing:p1=0.001,p2=0.00375"
    })
final class CompareCommand implements Callable<Integer> {
  private static final int DEFAULT_SHOTS = 4096;
  private static final int MODEL_FACTOR = 4;
  private static final int MOST_MODEL_SHOTS = 1 << 15;

  private final Session session;

  @Spec private CommandSpec spec;

  @Parameters(arity = "2..*", paramLabel = "SAMPLE", description = "Two samples or more.")
  private List<String> names;

  @Option(
      names = "--shots",
      paramLabel = "N",
      description =
          "Shots of each backend that runs the circuit now (default: as many as the run took, or"
              + " 4096).")
  private Integer shots;

  @Option(
      names = "--fit-noise",
      paramLabel = "NOISE",
      description =
          "Find the scale, 0 to 3, at which a noise model matches each sample best; NOISE as in"
              + " --noise of train.")
  private String fitNoise;

  @Option(
      names = "--repetitions",
      paramLabel = "N",
      defaultValue = "999",
      description =
          "Redrawn samples of an interval, and deals of a permutation test (default:"
              + " ${DEFAULT-VALUE}).")
  private int repetitions;

  @Option(
      names = "--allow-different",
      description = "Compare also what was measured with other programs or parameters.")
  private boolean allowDifferent;

  @Option(
      names = "--page",
      paramLabel = "FILE",
      description = "Write the page of the comparison, one HTML file that works offline, too.")
  private Path page;

  @Mixin private ProblemOptions problemOptions;
  @Mixin private AnsatzOptions ansatzOptions;
  @Mixin private ParameterOptions parameterOptions;

  @Mixin
  @SuppressWarnings("UnusedVariable") // passed on as given
  private TargetOptions targetOptions;

  @Mixin
  @SuppressWarnings("UnusedVariable") // passed on as given
  private IbmLimitOptions limitOptions;

  @Mixin private IbmConnection connection;
  @Mixin private CommonOptions common;

  private final List<Runnable> afterwards = new ArrayList<>();

  CompareCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    check();
    StoredSamples stored = new StoredSamples(session, common, connection);
    List<Optional<StoredSamples.Stored>> found = new ArrayList<>();
    for (String name : names) {
      found.add(BackendSpec.isSpec(name) ? Optional.empty() : Optional.of(stored.read(name)));
    }
    Optional<KeptCircuit> circuit = circuit(found);
    List<ComparedSample> samples = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      samples.add(
          found.get(i).isPresent()
              ? found.get(i).get().sample()
              : fresh(circuit).sample(BackendSpec.of(names.get(i)), shots(circuit.get()), i));
    }
    refuseDifferent(samples);
    Optional<ScoredProblem> problem = problem(circuit);
    Optional<ExactLoss> exact =
        problem.flatMap(scored -> circuit.flatMap(c -> scored.exact(c.program())));
    ComparisonReport report =
        ComparisonReport.of(fitted(samples, circuit), problem, exact, repetitions, common.seed());
    if (page != null) {
      AtomicFiles.write(page, PageWriter.html(page(report)));
    }
    new ResultOutput(session.console(), common).write(report, ComparisonText.of(report));
    afterwards.forEach(Runnable::run);
    return ExitCode.OK;
  }

  private Page page(ComparisonReport report) {
    String name = page.getFileName().toString().replaceFirst("[.]html?$", "");
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("command", commandLine());
    facts.put("version", String.join(", ", new Version().getVersion()));
    facts.put("seed", Long.toString(common.seed()));
    return ComparisonPage.of(name, facts, report);
  }

  /** Without where the account's credentials are. */
  private String commandLine() {
    List<String> words = new ArrayList<>(names);
    words.addAll(given(option -> !optionsOf(IbmConnection.class).contains(option.longestName())));
    return "qhyper compare "
        + words.stream().map(OptionsFile::quoted).collect(Collectors.joining(" "));
  }

  private void check() throws IOException {
    new ResultOutput(session.console(), common).check();
    if (page != null) {
      ResultOutput.check(page);
    }
    if (shots != null && shots < 2) {
      throw new IllegalArgumentException("--shots must be at least 2, got " + shots);
    }
    if (repetitions < 40) {
      throw new IllegalArgumentException("--repetitions must be at least 40, got " + repetitions);
    }
    boolean hardware = names.stream().anyMatch(n -> n.startsWith("ibm:") || n.startsWith("job:"));
    List<String> options = given(TargetOptions.class, IbmLimitOptions.class, IbmConnection.class);
    if (!hardware && !options.isEmpty()) {
      throw new IllegalArgumentException(
          options.get(0).split("=", 2)[0] + " belongs to ibm:NAME and job:ID, and there is none");
    }
  }

  /** The arguments of this call that belong to options of some mixins. */
  private List<String> given(Class<?>... mixins) {
    Set<String> known = optionsOf(mixins);
    return given(option -> known.contains(option.longestName()));
  }

  private List<String> given(Predicate<OptionSpec> which) {
    return spec.commandLine().getParseResult().matchedOptions().stream()
        .filter(which)
        .flatMap(
            option ->
                option.originalStringValues().stream()
                    .map(value -> option.longestName() + "=" + value))
        .toList();
  }

  private static Set<String> optionsOf(Class<?>... mixins) {
    return List.of(mixins).stream()
        .flatMap(mixin -> CommandSpec.forAnnotatedObject(mixin).options().stream())
        .map(OptionSpec::longestName)
        .collect(Collectors.toSet());
  }

  private Optional<KeptCircuit> circuit(List<Optional<StoredSamples.Stored>> found)
      throws IOException {
    Optional<KeptCircuit> kept =
        found.stream()
            .flatMap(Optional::stream)
            .flatMap(sample -> sample.circuit().stream())
            .findFirst();
    List<String> options = given(ProblemOptions.class, AnsatzOptions.class, ParameterOptions.class);
    if (kept.isPresent() && !options.isEmpty()) {
      throw new IllegalArgumentException(
          options.get(0).split("=", 2)[0] + " is that of the run that is compared; leave it out");
    }
    if (kept.isPresent() || !parameterOptions.isGiven()) {
      return kept;
    }
    Problem problem = problemOptions.problem();
    Ansatz ansatz = ansatzOptions.ansatz(problem.bits());
    double[] theta = parameterOptions.read(ansatz.parameterCount()).orElseThrow();
    TrainingProgram program = program(ansatz);
    return Optional.of(new KeptCircuit(problem, program, program.row(theta), DEFAULT_SHOTS));
  }

  /** Whole where some noise would act on gates that are dead without it. */
  private TrainingProgram program(Ansatz ansatz) throws IOException {
    List<String> local =
        names.stream().filter(n -> BackendSpec.isSpec(n) && !n.startsWith("ibm:")).toList();
    for (String name : local) {
      NoiseOptions noise = BackendSpec.of(name).options(List.of()).noise();
      if (noise.isGiven()) {
        return noise.program(ansatz);
      }
    }
    return TrainingProgram.of(ansatz);
  }

  private FreshSamples fresh(Optional<KeptCircuit> circuit) {
    return new FreshSamples(
        session,
        common,
        circuit.orElseThrow(
            () ->
                new IllegalArgumentException(
                    "which circuit? Compare with a run or a job of a run, or add --params FILE")),
        given(TargetOptions.class, IbmLimitOptions.class, IbmConnection.class),
        afterwards);
  }

  private int shots(KeptCircuit circuit) {
    return shots == null ? circuit.shots() : shots;
  }

  private void refuseDifferent(List<ComparedSample> samples) {
    for (ComparedSample a : samples) {
      for (ComparedSample b : samples) {
        List<Provenance.Difference> differences = a.provenance().differences(b.provenance());
        if (!allowDifferent && !differences.isEmpty()) {
          String list =
              differences.stream()
                  .map(d -> "%s (%s, %s)".formatted(d.what(), d.first(), d.second()))
                  .collect(Collectors.joining(", "));
          throw new IllegalArgumentException(
              "%s and %s were measured with different %s; --allow-different compares them all the same"
                  .formatted(a.name(), b.name(), list));
        }
      }
    }
  }

  /** That of the circuit, or the one that the options name for counts of unknown origin. */
  private Optional<ScoredProblem> problem(Optional<KeptCircuit> circuit) throws IOException {
    if (circuit.isEmpty() && given(ProblemOptions.class).isEmpty()) {
      return Optional.empty();
    }
    Problem problem = circuit.isPresent() ? circuit.get().problem() : problemOptions.problem();
    return Optional.of(ScoredProblem.of(problem, common.threads()));
  }

  private List<ComparedSample> fitted(List<ComparedSample> samples, Optional<KeptCircuit> circuit) {
    if (fitNoise == null) {
      return samples;
    }
    long most = samples.stream().mapToLong(sample -> sample.counts().shots()).max().orElseThrow();
    int modelShots = (int) Math.max(2, Math.min(MOST_MODEL_SHOTS, MODEL_FACTOR * most));
    NoiseScaleFit.Model model = fresh(circuit).model(fitNoise, modelShots);
    List<ComparedSample> fitted = new ArrayList<>();
    for (ComparedSample sample : samples) {
      boolean same = sample.provenance().differences(circuit.orElseThrow().provenance()).isEmpty();
      Resampling resampling = new Resampling(repetitions, common.seed(), ~fitted.size());
      fitted.add(
          same
              ? sample.with(NoiseScaleFit.of(sample.counts(), model, resampling))
              : sample); // another circuit, of which the model would say nothing
    }
    return fitted;
  }
}
