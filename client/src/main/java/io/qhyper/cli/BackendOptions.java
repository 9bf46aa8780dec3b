package io.qhyper.cli;

import io.qhyper.backend.Backend;
import io.qhyper.backend.ibm.IbmOptions;
import io.qhyper.backend.ibm.IbmService;
import io.qhyper.backend.local.LocalBackend;
import io.qhyper.compile.CompileOptions;
import io.qhyper.compile.Target;
import io.qhyper.hardware.IbmDevice;
import io.qhyper.hardware.IbmRuns;
import io.qhyper.hardware.RunTerms;
import io.qhyper.sim.EngineName;
import io.qhyper.sim.SimulationOptions;
import io.qhyper.store.RunFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
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

  /**
   * The backend, to be closed by the caller.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  Backend open(int threads) {
    if (!backend.equals("local")) {
      throw new IllegalArgumentException(
          "--backend must be local or ibm:NAME, got '" + backend + "'");
    }
    return new LocalBackend(threads, simulation());
  }

  /** How the simulator in this process works. */
  SimulationOptions simulation() {
    return engineOptions.simulation();
  }

  /** Has circuits simulated by another engine than the one asked for. */
  void use(EngineName engine) {
    engineOptions.use(engine);
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
      return new LocalChoice(open(common.threads()));
    }
    Device fetched =
        service -> {
          IbmDevice device = IbmDevice.fetch(service, device(), session.console()::say);
          return targetOptions.isGiven() ? stored(device, session) : device;
        };
    return onHardware(session, common, program, fetched);
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
        ? onHardware(session, common, program, service -> IbmChoice.kept(device(), folder))
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

  private void refuseHardwareOptions() {
    for (Object mixin : List.of(targetOptions, jobOptions, limitOptions, connection)) {
      GivenOptions.first(mixin)
          .ifPresent(
              name -> {
                throw new IllegalArgumentException(name + " belongs to --backend ibm:NAME");
              });
    }
  }
}
