package io.qhyper.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;

/** The product's command line without a process of its own, for tests that run it often. */
public final class CommandLineInProcess {
  private CommandLineInProcess() {}

  /** What a command printed and how it ended. */
  public record Outcome(int exitCode, String out, String err) {}

  /** Runs one command. */
  public static Outcome run(Clock clock, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console = new Console(stream(out), stream(err), false, clock);
    int code = QHyper.run(new Session(console, new StopSignal()), arguments);
    Outcome outcome =
        new Outcome(
            code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    // Into the reports of the tests, which the build searches for secrets.
    System.out.println(String.join(" ", arguments) + "\n" + outcome.out() + outcome.err());
    return outcome;
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
