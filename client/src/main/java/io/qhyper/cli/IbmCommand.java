package io.qhyper.cli;

import io.qhyper.backend.ibm.CredentialFile;
import io.qhyper.backend.ibm.Crn;
import io.qhyper.backend.ibm.IbmService;
import io.qhyper.backend.ibm.InstanceUsage;
import io.qhyper.backend.ibm.Secret;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
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
      "Example: qhyper ibm login --crn crn:v1:bluemix:public:quantum-computing:us-east:a/…"
    })
final class IbmCommand implements Callable<Integer> {
  /** What to do. */
  enum Action {
    LOGIN
  }

  private final Session session;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "ACTION", description = "login.")
  private Action action;

  @Mixin private IbmConnection connection;
  @Mixin private CommonOptions common;

  IbmCommand(Session session) {
    this.session = session;
  }

  /** What {@code --json} prints. */
  record Report(String file, String region, double consumedSeconds) {}

  @Override
  public Integer call() throws IOException {
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
      new ResultOutput(session.console(), common)
          .write(
              report,
              "key and instance work (region "
                  + report.region()
                  + ") and are stored in "
                  + file
                  + "\n");
    }
    return ExitCode.OK;
  }

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
