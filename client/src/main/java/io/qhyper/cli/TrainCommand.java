package io.qhyper.cli;

import io.qhyper.backend.Capabilities;
import io.qhyper.backend.ibm.IbmService;
import io.qhyper.bnn.LossTable;
import io.qhyper.bnn.Problem;
import io.qhyper.compile.CompileOptions;
import io.qhyper.hybrid.LoopJobs;
import io.qhyper.hybrid.LoopSnapshot;
import io.qhyper.hybrid.Method;
import io.qhyper.hybrid.TrainingPlan;
import io.qhyper.hybrid.TrainingProgram;
import io.qhyper.sim.EngineName;
import io.qhyper.sim.SimulatedProgram;
import io.qhyper.store.RunFolder;
import io.qhyper.store.journal.RunJournal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code qhyper train}: a problem, an ansatz and an optimiser become a trained circuit. */
@Command(
    footer = {
      "",
      "Without options: digits 0 and 1 of MNIST, by shots on the local simulator.",
      "",
      "Example: qhyper train --problem mnist --digits 3,7 --encoding 01 --layers 4 --seed 7"
    })
final class TrainCommand implements Callable<Integer> {
  private final Session session;

  @Spec private CommandSpec spec;

  @Mixin private ProblemOptions problemOptions;
  @Mixin private AnsatzOptions ansatzOptions;
  @Mixin private ParameterOptions parameterOptions;
  @Mixin private BackendOptions backendOptions;
  @Mixin private TrainOptions trainOptions;
  @Mixin private MitigationOptions mitigationOptions;

  @Option(
      names = "--run",
      paramLabel = "DIR",
      description = "Folder for the run, new or empty (default: runs/<time>-<problem>).")
  private Path run;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Take options from a run's config.yaml; those given here come first.")
  @SuppressWarnings("UnusedVariable") // ConfigDefaults reads it before the options are parsed
  private Path config;

  @Mixin private CommonOptions common;

  TrainCommand(Session session) {
    this.session = session;
  }

  /**
   * The command that began a run.
   *
   * @param source where its options come from
   * @param options those of the run
   * @param arguments what comes before them
   */
  static TrainCommand of(
      Session session, Path source, Map<String, String> options, List<String> arguments) {
    TrainCommand train = new TrainCommand(session);
    CommandLine command = new CommandLine(train);
    command.getCommandSpec().name("train");
    command.setCaseInsensitiveEnumValuesAllowed(true);
    ConfigDefaults.apply(command, source, options);
    command.parseArgs(arguments.toArray(String[]::new));
    return train;
  }

  /** The problem with its data read or generated. */
  Problem problem() throws IOException {
    return problemOptions.problem();
  }

  /** How programs are compiled for a device. */
  CompileOptions compileOptions() {
    return backendOptions.compileOptions();
  }

  /**
   * The service on which the run's jobs were sent, for a remark; closed by the caller.
   *
   * @throws IllegalArgumentException if there is no account for it
   */
  IbmService openForARemark() throws IOException {
    return backendOptions.openForARemark(session);
  }

  @Override
  public Integer call() throws IOException {
    TrainingPlan plan = plan(Optional.empty());
    try (BackendChoice backend = choose(plan)) {
      checkFits(plan, program(plan), backend.capabilities());
      new ResultOutput(session.console(), common).check();
      if (backendOptions.noise().isGiven()) {
        simulated(plan).noise(); // refuses a model without effect before a folder is made
      }
      return begin(plan, backend, folder(plan.problem().name()));
    }
  }

  /** Begins a run in a folder that has no more than its config.yaml. */
  int begin(RunFolder folder) throws IOException {
    TrainingPlan plan = plan(Optional.empty());
    try (BackendChoice backend = choose(plan)) {
      checkFits(plan, program(plan), backend.capabilities());
      return begin(plan, backend, folder);
    }
  }

  private BackendChoice choose(TrainingPlan plan) throws IOException {
    refuseExactOnHardware(plan);
    mitigationOptions.check();
    if (mitigationOptions.isWanted() && !plan.method().byShots()) {
      throw new IllegalArgumentException(
          "--mitigation corrects measured losses: take --gradient shift or coordinate, or"
              + " --optimizer spsa");
    }
    if (backendOptions.noise().isGiven() && !plan.method().byShots()) {
      throw new IllegalArgumentException(
          "there are no exact gradients under noise: take --gradient shift or coordinate, or"
              + " --optimizer spsa, or drop --noise");
    }
    checkTwirl(plan);
    return backendOptions.choose(session, common, mitigationOptions.sentText(program(plan)));
  }

  private void checkTwirl(TrainingPlan plan) {
    if (plan.method() instanceof Method.ByShots method) {
      mitigationOptions.checkShots("--shots", method.shots());
      mitigationOptions.checkShots("--loss-shots", method.loss().shots());
      mitigationOptions.checkShots("--confirm-shots", method.loss().confirmationShots());
      if (plan.sentinel().every() > 0) {
        mitigationOptions.checkShots("--sentinel-shots", plan.sentinel().shots());
      }
    }
  }

  /** What is sent to run the ansatz of a plan. */
  private TrainingProgram program(TrainingPlan plan) throws IOException {
    return backendOptions.noise().program(plan.ansatz());
  }

  private void refuseExactOnHardware(TrainingPlan plan) {
    if (backendOptions.isHardware() && !plan.method().byShots()) {
      throw new IllegalArgumentException(
          "a quantum computer gives no exact gradients: take --gradient shift or coordinate, or"
              + " --optimizer spsa, or drop --backend");
    }
  }

  private int begin(TrainingPlan plan, BackendChoice backend, RunFolder folder) throws IOException {
    String options = OptionsFile.text(spec, session.console().clock().instant());
    folder.write(RunFolder.CONFIG, options);
    backend.keep(folder);
    Map<String, String> facts = new TreeMap<>(backend.facts());
    facts.put("options", options);
    facts.put("problem", plan.problem().name());
    facts.put("backend", backend.name());
    if (!backendOptions.isHardware()) {
      facts.put("engine", simulated(plan).choice().engine().toString());
    }
    facts.put("data", DataDigest.of(plan.problem()));
    facts.put("qhyper", new Version().getVersion()[0]);
    facts.put("java", new Version().getVersion()[1]);
    try (RunJournal journal = RunJournal.create(folder.path(), session.console().clock(), facts)) {
      return run(plan, folder, journal, backend).run(backend);
    }
  }

  /**
   * Goes on with a run, on the engine that it began with, since another one would draw other shots,
   * and with the same noise, whatever became of its file.
   *
   * @throws IllegalArgumentException if its data have changed
   */
  int resume(RunFolder folder, RunJournal journal) throws IOException {
    backendOptions.use(journal.fact("engine").map(EngineName::named).orElse(EngineName.REFERENCE));
    backendOptions.bindAsBegun(journal.fact(IbmChoice.BIND));
    TrainingPlan plan = begun(folder, journal);
    String text = mitigationOptions.sentText(program(plan));
    try (BackendChoice backend = backendOptions.chooseAgain(session, common, text, folder)) {
      return run(plan, folder, journal, backend).run(backend);
    }
  }

  /**
   * What a run was begun with.
   *
   * @throws IllegalArgumentException if its data have changed
   */
  KeptRun kept(RunFolder folder, RunJournal journal) throws IOException {
    TrainingPlan plan = begun(folder, journal);
    TrainingProgram program = program(plan);
    return new KeptRun(
        folder.path(),
        plan,
        program,
        backendOptions.compiledText(program.circuit(), folder.path()),
        mitigationOptions.name());
  }

  private TrainingPlan begun(RunFolder folder, RunJournal journal) throws IOException {
    backendOptions.noise().use(journal::fact);
    TrainingPlan plan = plan(journal.snapshots().stream().map(LoopSnapshot::start).findFirst());
    if (!journal.fact("data").equals(Optional.of(DataDigest.of(plan.problem())))) {
      throw new IllegalArgumentException(
          "the data of problem %s are not those that run %s began with; start a new run with --config"
              .formatted(plan.problem().name(), folder.path()));
    }
    return plan;
  }

  /** The circuit of a plan as the simulator in this process runs it. */
  private SimulatedProgram simulated(TrainingPlan plan) throws IOException {
    return backendOptions.simulated(program(plan).circuit());
  }

  private TrainingRun run(
      TrainingPlan plan, RunFolder folder, RunJournal journal, BackendChoice choice)
      throws IOException {
    return new TrainingRun(
        session,
        common,
        plan,
        program(plan),
        backendOptions.isHardware() ? Optional.empty() : simulated(plan).noise(),
        mitigation(plan, choice),
        trainOptions.iterations(),
        problemOptions.divideBy(),
        folder,
        journal);
  }

  private Optional<RunMitigation> mitigation(TrainingPlan plan, BackendChoice choice)
      throws IOException {
    return mitigationOptions.isWanted()
        ? Optional.of(
            new RunMitigation(
                mitigationOptions,
                backendOptions.calibration(
                    choice,
                    mitigationOptions.sent(program(plan).circuit()),
                    TrainingProgram.REGISTER)))
        : Optional.empty();
  }

  private TrainingPlan plan(Optional<double[]> begun) throws IOException {
    return new PlanAssembly(
            problemOptions,
            ansatzOptions,
            parameterOptions,
            trainOptions,
            backendOptions.simulation(),
            common)
        .plan(begun);
  }

  /** Refuses before a folder is made what would fail later. */
  private static void checkFits(
      TrainingPlan plan, TrainingProgram program, Capabilities capabilities) {
    int bits = plan.problem().bits();
    int most = plan.method().byShots() ? capabilities.maximumQubits() : LossTable.MOST_BITS;
    if (bits > most) {
      throw new IllegalArgumentException(
          "the problem has %d bits, but this kind of training takes at most %d: choose a smaller network"
              .formatted(bits, most));
    }
    LoopJobs.of(plan, program); // refuses more coordinates than there are
  }

  private RunFolder folder(String problem) throws IOException {
    return run == null
        ? RunFolder.create(Path.of("runs"), session.console().clock(), problem)
        : RunFolder.create(run);
  }
}
