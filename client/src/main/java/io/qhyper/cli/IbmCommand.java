package io.qhyper.cli;

import io.qhyper.backend.ibm.CredentialFile;
import io.qhyper.backend.ibm.Crn;
import io.qhyper.backend.ibm.IbmOptions;
import io.qhyper.backend.ibm.IbmService;
import io.qhyper.backend.ibm.InstanceUsage;
import io.qhyper.backend.ibm.Prices;
import io.qhyper.backend.ibm.ProbeFile;
import io.qhyper.backend.ibm.Secret;
import io.qhyper.hardware.DeviceProbe;
import io.qhyper.hardware.IbmDevice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code qhyper ibm}: the account at IBM Quantum. */
@Command(
    footer = {
      "",
      "login checks the key and the instance and stores them in a file that only you can read. The",
      "key is asked for at the terminal, or read from --api-key-file.",
      "",
      "probe spends one small job to find out what the service does not document, and stores it"
          + " for",
      "the account; --bind auto and the usual --uncertain-horizon follow it. --show prints what is",
      "stored and spends nothing. It settles the form of results, rows and their nesting, the"
          + " order",
      "of columns, gates that programs define (ecr, rzz), when a new job is listed, the code for",
      "cancelling an ended job, and Retry-After if it is refused for its rate; not the largest",
      "payload, the cap of queued jobs and dates of sunset, and nothing that is never used"
          + " (README).",
      "",
      "Example: qhyper ibm login --crn crn:v1:bluemix:public:quantum-computing:us-east:a/…",
      "Example: qhyper ibm probe --backend ibm_fez"
    })
final class IbmCommand implements Callable<Integer> {
  /** What to do. */
  enum Action {
    LOGIN,
    PROBE
  }

  private static final String IBM = "ibm:";

  private final Session session;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "ACTION", description = "login or probe.")
  private Action action;

  @Option(names = "--backend", paramLabel = "NAME", description = "For probe: where its job runs.")
  private String backend;

  @Option(names = "--show", description = "For probe: print what is stored and spend nothing.")
  private boolean show;

  @Mixin private IbmPatienceOptions patience;
  @Mixin private IbmConnection connection;
  @Mixin private CommonOptions common;

  IbmCommand(Session session) {
    this.session = session;
  }

  /** What {@code --json} prints. */
  record Report(String file, String region, double consumedSeconds) {}

  @Override
  public Integer call() throws IOException {
    ResultOutput output = new ResultOutput(session.console(), common);
    if (action == Action.PROBE) {
      ProbeResult result = probe();
      output.write(result, result.text());
    } else if (backend != null || show) {
      throw belongsToProbe(show ? "--show" : "--backend");
    } else {
      GivenOptions.first(patience)
          .ifPresent(
              name -> {
                throw belongsToProbe(name);
              });
      login(output);
    }
    return ExitCode.OK;
  }

  private ParameterException belongsToProbe(String option) {
    return new ParameterException(spec.commandLine(), option + " belongs to ibm probe");
  }

  private ProbeResult probe() throws IOException {
    ProbeFile file = connection.probes();
    if (show) {
      return ProbeResult.of(
          file.found()
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "this account has not been probed; run 'qhyper ibm probe --backend"
                              + " NAME'")));
    }
    if (backend == null) {
      throw new ParameterException(
          spec.commandLine(), "probe needs --backend NAME; 'qhyper backends' lists them");
    }
    new ResultOutput(session.console(), common).check();
    Console console = session.console();
    try (IbmService service = connection.open(session, patience::applied)) {
      String name = backend.startsWith(IBM) ? backend.substring(IBM.length()) : backend;
      IbmDevice device = IbmDevice.fetch(service, name, console::say);
      DeviceProbe probe =
          new DeviceProbe(
              device, file, patience.applied(IbmOptions.of(name), file.found()), patience.lost());
      console.say(
          String.format(
              Locale.ROOT,
              "the probe sends one job of %d executions to %s: about %.1f s of quantum computer,"
                  + " %.2f USD by pay-as-you-go or free on the open plan (%s)",
              probe.executions(),
              name,
              probe.seconds(),
              Prices.PAY_AS_YOU_GO.dollars(probe.seconds()),
              Prices.CAUTION));
      return ProbeResult.of(probe.run(service, BackendOptions.process(console), console::say));
    }
  }

  private void login(ResultOutput output) throws IOException {
    Crn crn =
        connection
            .namedInstance()
            .orElseThrow(
                () ->
                    new ParameterException(
                        spec.commandLine(),
                        action.name().toLowerCase(Locale.ROOT)
                            + " needs --crn, the CRN of your instance at"
                            + " https://quantum.cloud.ibm.com/instances"));
    Secret key = connection.namedKey().orElseGet(this::ask);
    try (IbmService service = connection.open(session, connection.with(key, crn))) {
      InstanceUsage usage = service.usage();
      Path file = connection.file(System.getenv());
      new CredentialFile(key, crn).write(file);
      Report report = new Report(file.toString(), crn.region(), usage.consumedSeconds());
      output.write(
          report,
          "key and instance work (region "
              + report.region()
              + ") and are stored in "
              + file
              + "\n");
    }
  }

  @SuppressWarnings("SystemConsoleNull") // from Java 22 on reading fails instead, which is told too
  private Secret ask() {
    java.io.Console terminal = System.console();
    if (terminal == null) {
      throw new ParameterException(
          spec.commandLine(), "there is no terminal to ask for the key; give --api-key-file");
    }
    char[] typed = terminal.readPassword("API key of IBM Cloud (not shown): ");
    return Secret.of(typed == null ? "" : new String(typed));
  }
}
