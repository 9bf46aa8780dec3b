package io.qhyper.cli;

import io.qhyper.backend.Backend;
import io.qhyper.backend.ibm.BindMode;
import io.qhyper.backend.ibm.DelayRange;
import io.qhyper.backend.ibm.IbmOptions;
import io.qhyper.backend.ibm.IbmService;
import io.qhyper.backend.ibm.IbmSession;
import io.qhyper.backend.ibm.ProbeFindings;
import io.qhyper.backend.local.LocalBackend;
import io.qhyper.circuit.Circuit;
import io.qhyper.compile.CompileOptions;
import io.qhyper.compile.CompiledCircuit;
import io.qhyper.compile.Target;
import io.qhyper.hardware.IbmDevice;
import io.qhyper.hardware.IbmRuns;
import io.qhyper.hardware.RunTerms;
import io.qhyper.hardware.SingleJobs;
import io.qhyper.hardware.SpendingLimits;
import io.qhyper.mitigation.CalibrationProgram;
import io.qhyper.qasm.Qasm3Writer;
import io.qhyper.sim.EngineName;
import io.qhyper.sim.SimulatedProgram;
import io.qhyper.sim.SimulationOptions;
import io.qhyper.store.RunFolder;
import io.qhyper.target.TargetFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where circuits run. Add as a {@code @Mixin}. */
final class BackendOptions {
  private static final String IBM = "ibm:";

  @Option(
      names = "--backend",
      paramLabel = "NAME",
      defaultValue = "local",
      description =
          "Where circuits run: local, the simulator in this process (default); ibm:NAME, a quantum "
              + "computer of IBM Quantum ('qhyper backends' lists them).")
  private String backend;

  @Mixin private TargetOptions targetOptions;
  @Mixin private IbmModeOptions modeOptions;
  @Mixin private IbmJobOptions jobOptions;
  @Mixin private IbmLimitOptions limitOptions;
  @Mixin private IbmConnection connection;
  @Mixin private EngineOptions engineOptions;
  @Mixin private NoiseOptions noiseOptions;

  /**
   * The backend, to be closed by the caller.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  Backend open(int threads) throws IOException {
    if (!backend.equals("local")) {
      throw new IllegalArgumentException(
          "--backend must be local or ibm:NAME, got '" + backend + "'");
    }
    return new LocalBackend(threads, simulation().withStateThreads(threads), preparation());
  }

  /** How the simulator in this process works, with the noise. */
  SimulationOptions simulation() throws IOException {
    return noiseOptions.applied(engineOptions.simulation());
  }

  /** What a circuit becomes before the simulator runs it. */
  UnaryOperator<Circuit> preparation() throws IOException {
    return noiseOptions.preparation(targetOptions.compileOptions());
  }

  /** A circuit as the simulator in this process would run it. */
  SimulatedProgram simulated(Circuit circuit) throws IOException {
    return SimulatedProgram.of(preparation().apply(circuit), simulation());
  }

  /**
   * The text in native gates that a circuit becomes; empty where it is not compiled.
   *
   * @param folder of a run, with the device that its hardware was
   */
  Optional<String> compiledText(Circuit circuit, Path folder) throws IOException {
    if (isHardware()) {
      Target target = TargetFile.read(folder.resolve(RunFolder.TARGET));
      return Optional.of(Qasm3Writer.write(targetOptions.compile(circuit, target).circuit()));
    }
    return noiseOptions.device().isPresent()
        ? Optional.of(Qasm3Writer.write(preparation().apply(circuit)))
        : Optional.empty();
  }

  /**
   * A circuit as the backend would run it, with its inputs open.
   *
   * @param choice the place that was chosen for it
   * @param row the values of its inputs
   */
  CompiledRow asRun(BackendChoice choice, Circuit circuit, double[] row) throws IOException {
    if (choice instanceof IbmChoice ibm) {
      CompiledCircuit compiled = ibm.program().compiled();
      return new CompiledRow(compiled.circuit(), compiled.liveValues(row));
    }
    return new CompiledRow(preparation().apply(circuit.flattened()), row);
  }

  /**
   * What measures the readout errors of exactly the qubits that a program measures.
   *
   * @param choice the place that was chosen for the program
   * @param register whose bits will be corrected
   */
  CalibrationProgram calibration(BackendChoice choice, Circuit circuit, String register)
      throws IOException {
    if (choice instanceof IbmChoice ibm) {
      // Its compiler keeps programs on physical qubits where they are.
      return CalibrationProgram.of(
          ibm.program().compiled().circuit(),
          register,
          choice.name(),
          Optional.of(ibm.program().device().target().version()));
    }
    CompileOptions compile = targetOptions.compileOptions();
    Circuit asRun = preparation().apply(circuit.flattened());
    CalibrationProgram program =
        CalibrationProgram.of(asRun, register, choice.name(), noiseOptions.deviceVersion());
    Circuit inNativeGates = noiseOptions.inNativeGates(program.circuit(), compile);
    return program.compiled(inNativeGates);
  }

  /** Tells the user what there is to know of the noise. */
  void sayRemarks(Session session) throws IOException {
    for (String remark : noiseOptions.remarks()) {
      session.console().say(remark);
    }
    noiseOptions
        .device()
        .ifPresent(device -> targetOptions.sayWhatIsMissing(device, session.console()));
  }

  /** The noise. */
  NoiseOptions noise() {
    return noiseOptions;
  }

  /** Has circuits simulated by another engine than the one asked for. */
  void use(EngineName engine) {
    engineOptions.use(engine);
  }

  /** Has rows sent in the form in which a run began, unless this call says otherwise. */
  void bindAsBegun(Optional<String> form) {
    form.map(name -> BindMode.valueOf(name.toUpperCase(Locale.ROOT)))
        .ifPresent(limitOptions::bindAsBegun);
  }

  /** How programs are compiled for a device. */
  CompileOptions compileOptions() {
    return targetOptions.compileOptions();
  }

  /** Whether circuits run on a quantum computer. */
  boolean isHardware() {
    return backend.startsWith(IBM);
  }

  private String device() {
    String name = backend.substring(IBM.length());
    if (!name.matches("\\w+")) {
      throw new IllegalArgumentException(
          "--backend ibm:NAME needs the name of a device, got '" + backend + "'");
    }
    return name;
  }

  /**
   * The place for one program.
   *
   * @param program OpenQASM 3 text, as it will be sent
   * @throws IllegalArgumentException if there is none of that name, or it cannot run the program
   */
  BackendChoice choose(Session session, CommonOptions common, String program) throws IOException {
    if (!isHardware()) {
      refuseHardwareOptions();
      sayRemarks(session);
      return new LocalChoice(open(common.threads()), noiseOptions.facts());
    }
    if (noiseOptions.isGiven()) {
      throw new IllegalArgumentException("--noise belongs to --backend local");
    }
    return onDevice(session, common, program);
  }

  /** The device as it is now. */
  private IbmChoice onDevice(Session session, CommonOptions common, String program)
      throws IOException {
    return onHardware(
        session,
        common,
        program,
        (service, jobs) -> {
          IbmDevice device =
              jobs.areOpen()
                  ? IbmDevice.fetchAnyway(service, device())
                  : IbmDevice.fetch(service, device(), session.console()::say);
          return targetOptions.isGiven() ? stored(device, session) : device;
        });
  }

  /** The device as a file describes it. */
  private IbmDevice stored(IbmDevice device, Session session) throws IOException {
    Target target = targetOptions.target();
    if (!target.name().equals(device.name())) {
      session
          .console()
          .say("--target describes %s, the jobs go to %s".formatted(target.name(), device.name()));
    }
    return device.with(target);
  }

  /** The same for a run that goes on, with the device as it was when the run began. */
  BackendChoice chooseAgain(Session session, CommonOptions common, String program, RunFolder folder)
      throws IOException {
    return isHardware()
        ? onHardware(session, common, program, (service, jobs) -> IbmChoice.kept(device(), folder))
        : choose(session, common, program);
  }

  /** How to come by a device. */
  private interface Device {
    IbmDevice of(IbmService service, SingleJobs jobs) throws IOException;
  }

  private IbmChoice onHardware(Session session, CommonOptions common, String program, Device device)
      throws IOException {
    CompileOptions compile = targetOptions.compileOptions();
    IbmOptions options = options(device(), connection.probes().found());
    RunTerms terms = terms(session, common);
    SingleJobs jobs =
        new SingleJobs(
            connection.openJobs(),
            String.join(
                "\n", terms.account(), device(), options.sampler().toString(), compile.toString()),
            session.console().clock(),
            terms.say());
    IbmService service = connection.open(session, limitOptions::applied);
    try {
      IbmDevice found = device.of(service, jobs);
      targetOptions.sayWhatIsMissing(found.target(), session.console());
      return new IbmChoice(service, IbmRuns.of(found, compile, program, options), jobs, terms);
    } catch (IOException | RuntimeException e) {
      service.close();
      throw e;
    }
  }

  private IbmOptions options(String device, Optional<ProbeFindings> findings) {
    jobOptions.check(targetOptions.compileOptions().gates());
    return limitOptions.applied(IbmOptions.of(device).withSampler(jobOptions.sampler()), findings);
  }

  /**
   * A program on the device of {@code --backend ibm:NAME}, or of {@code --target} without asking
   * any service; nothing is sent.
   *
   * @throws IllegalArgumentException if neither names a device
   */
  IbmRuns compiled(Session session, CommonOptions common, String program) throws IOException {
    if (isHardware()) {
      try (IbmChoice choice = onDevice(session, common, program)) {
        return choice.program();
      }
    } else if (!targetOptions.isGiven() || !backend.equals("local")) {
      throw new IllegalArgumentException(
          "plan needs a device: --backend ibm:NAME, or --target DIR_OR_FILE without a service");
    }
    Target target = targetOptions.target();
    targetOptions.sayWhatIsMissing(target, session.console());
    IbmDevice device = new IbmDevice(target.name(), target, DelayRange.ANY);
    return IbmRuns.of(
        device, targetOptions.compileOptions(), program, options(target.name(), Optional.empty()));
  }

  /** The kind of session that jobs are sent in; empty for single jobs. */
  Optional<IbmSession.Mode> session() {
    return modeOptions.session();
  }

  /** What may be spent. */
  SpendingLimits spending() {
    return limitOptions.spending();
  }

  /** The service, for a remark that need not be had: it is asked once, and closed by the caller. */
  IbmService openForARemark(Session session) throws IOException {
    return connection.open(session, settings -> limitOptions.applied(settings).withAttempts(1));
  }

  private RunTerms terms(Session session, CommonOptions common) throws IOException {
    Console console = session.console();
    Consumer<String> say = console::say;
    return new RunTerms(
        connection.accountName(),
        limitOptions.spending(),
        limitOptions.lost(),
        modeOptions.session(),
        process(console),
        say,
        common.quiet() ? message -> {} : say);
  }

  /** Tells this process from all others. */
  static String process(Console console) {
    return String.join(
        "\n",
        System.getenv().getOrDefault("HOSTNAME", ""),
        Path.of("").toAbsolutePath().toString(),
        Long.toString(ProcessHandle.current().pid()),
        console.clock().instant().toString());
  }

  private void refuseHardwareOptions() throws IOException {
    for (Object mixin : List.of(modeOptions, jobOptions, limitOptions, connection)) {
      refuse(mixin, "--backend ibm:NAME");
    }
    if (targetOptions.isGiven() || noiseOptions.device().isEmpty()) {
      refuse(targetOptions, "--backend ibm:NAME");
    }
  }

  private static void refuse(Object mixin, String owner) {
    GivenOptions.first(mixin)
        .ifPresent(
            name -> {
              throw new IllegalArgumentException(name + " belongs to " + owner);
            });
  }
}
