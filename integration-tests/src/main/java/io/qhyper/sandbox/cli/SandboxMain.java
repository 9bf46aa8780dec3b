package io.qhyper.sandbox.cli;

import io.qhyper.sandbox.Sandbox;
import io.qhyper.sandbox.SandboxSettings;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;

/** The program behind {@code qhyper sandbox}: starts a sandbox and keeps it until Ctrl-C. */
@Command(
    name = "qhyper sandbox",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Plays IBM Quantum on this machine: devices, queue, jobs, sessions and charged time, with"
          + " results from the local simulator. Nothing leaves the machine, nothing is charged,"
          + " and no account is needed.",
      ""
    },
    footer = {"", "Example: qhyper sandbox --port 8080 --queue-seconds 5 --seed 7"})
public final class SandboxMain implements Callable<Integer> {
  private static final int FAILURE = 1;
  private static final int USAGE = 2;
  private static final int WIDTH = 100;

  @Mixin private SandboxOptions options;

  private final PrintStream out;
  private final CountDownLatch ever;

  private SandboxMain(PrintStream out, CountDownLatch ever) {
    this.out = out;
    this.ever = ever;
  }

  /** Runs until the process is told to end. */
  public static void main(String[] args) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    System.exit(run(out, System.err, new CountDownLatch(1), args));
  }

  /**
   * Runs until the latch is released and gives the exit code.
   *
   * @param out where the address and the next command are printed
   */
  static int run(PrintStream out, PrintStream err, CountDownLatch ever, String... args) {
    CommandLine command = new CommandLine(new SandboxMain(out, ever));
    command.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
    command.setUsageHelpWidth(WIDTH);
    command.setCaseInsensitiveEnumValuesAllowed(true);
    command.setParameterExceptionHandler(
        (ParameterException e, String[] all) -> {
          err.println("qhyper: " + e.getMessage() + " (see 'qhyper sandbox --help')");
          return USAGE;
        });
    command.setExecutionExceptionHandler(
        (e, failed, parsed) -> {
          err.println("qhyper: " + e.getMessage());
          return FAILURE;
        });
    return command.execute(args);
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    SandboxSettings settings = options.settings();
    try (Sandbox sandbox = Sandbox.start(settings, Clock.systemUTC())) {
      Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close));
      settings
          .devices()
          .forEach(
              device ->
                  out.printf(
                      "%s  %d qubits, %s%n",
                      device.name(), device.qubits(), String.join(" ", device.basisGates())));
      out.println("listening on " + sandbox.address() + " until Ctrl-C; now try");
      out.println(
          "  ./qhyper train --backend ibm:"
              + settings.devices().get(0).name()
              + " --endpoint "
              + sandbox.address());
      ever.await();
    }
    return 0;
  }
}
