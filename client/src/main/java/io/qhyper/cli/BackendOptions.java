package io.qhyper.cli;

import io.qhyper.backend.Backend;
import io.qhyper.backend.ibm.IbmOptions;
import io.qhyper.backend.ibm.IbmService;
import io.qhyper.backend.local.LocalBackend;
import io.qhyper.circuit.Circuit;
import io.qhyper.compile.CompileOptions;
import io.qhyper.hardware.IbmDevice;
import io.qhyper.hardware.IbmRuns;
import io.qhyper.hardware.RunTerms;
import io.qhyper.sim.EngineName;
import io.qhyper.sim.SimulatedProgram;
import io.qhyper.sim.SimulationOptions;
import io.qhyper.store.RunFolder;
import io.qhyper.store.journal.RunJournal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
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
    return new LocalBackend(threads, simulation(), preparation());
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

  /** Tells the user what there is to know of the noise. */
  void sayRemarks(Session session) throws IOException {
    for (String remark : noiseOptions.remarks()) {
      session.console().say(remark);
    }
  }

  /** The noise. */
  NoiseOptions noise() {
    return noiseOptions;
  }

  /** Has circuits simulated by another engine than the one asked for. */
  void use(EngineName engine) {
    engineOptions.use(engine);
  }

  /** Whether circuits run on a quantum computer. */
  boolean isHardware() {
    return backend.startsWith(IBM);
  }

  private String device() {
    return backend.substring(IBM.length());
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
    Device fetched =
        service -> {
          IbmDevice device = IbmDevice.fetch(service, device(), session.console()::say);
          return targetOptions.isGiven() ? device.with(targetOptions.target()) : device;
        };
    return onHardware(session, common, program, fetched);
  }

  /** The same for a run that goes on, with the device as it was when the run began. */
  BackendChoice chooseAgain(
      Session session, CommonOptions common, String program, RunFolder folder, RunJournal journal)
      throws IOException {
    return isHardware()
        ? onHardware(session, common, program, service -> IbmChoice.kept(device(), folder, journal))
        : choose(session, common, program);
  }

  /** How to come by a device. */
  private interface Device {
    IbmDevice of(IbmService service) throws IOException;
  }

  private BackendChoice onHardware(
      Session session, CommonOptions common, String program, Device device) throws IOException {
    CompileOptions compile = targetOptions.compileOptions();
    jobOptions.check(targetOptions.isFractional());
    IbmOptions options =
        limitOptions.applied(IbmOptions.of(device()).withSampler(jobOptions.sampler()));
    RunTerms terms = terms(session, common);
    IbmService service = connection.open(session, limitOptions::applied);
    try {
      return new IbmChoice(
          service, IbmRuns.of(device.of(service), compile, program, options), terms);
    } catch (IOException | RuntimeException e) {
      service.close();
      throw e;
    }
  }

  private RunTerms terms(Session session, CommonOptions common) {
    Console console = session.console();
    Consumer<String> say = console::say;
    return new RunTerms(
        limitOptions.spending(),
        jobOptions.session(),
        process(console),
        say,
        common.quiet() ? message -> {} : say);
  }

  private static String process(Console console) {
    return String.join(
        "\n",
        System.getenv().getOrDefault("HOSTNAME", ""),
        Path.of("").toAbsolutePath().toString(),
        Long.toString(ProcessHandle.current().pid()),
        console.clock().instant().toString());
  }

  private void refuseHardwareOptions() throws IOException {
    for (Object mixin : List.of(jobOptions, limitOptions, connection)) {
      refuse(mixin, "--backend ibm:NAME");
    }
    if (targetOptions.isGiven() || !noiseOptions.isDevice()) {
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
