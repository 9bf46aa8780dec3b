package io.qhyper.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;

/**
 * Where a command prints and what time it is; tests give their own.
 *
 * @param out results, UTF-8
 * @param err talk: progress, warnings, errors, UTF-8
 * @param isTerminal whether {@code err} is a terminal, so that a line may be overwritten
 * @param clock the time for run names and durations
 */
record Console(PrintStream out, PrintStream err, boolean isTerminal, Clock clock) {
  /** Brings a terminal to the start of an empty line. */
  static final String CLEAR_LINE = "\r\u001b[2K";

  /**
   * The console of this process. Java knows only whether stdin and stdout are terminals, so the
   * launcher says about stderr.
   */
  static Console ofProcess() {
    return new Console(
        utf8(FileDescriptor.out),
        utf8(FileDescriptor.err),
        Boolean.getBoolean("qhyper.terminal"),
        Clock.system(ZoneId.systemDefault()));
  }

  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }

  /** Prints a line of talk, after the name of the program, in place of a progress bar. */
  void say(String message) {
    if (isTerminal) {
      err.print(CLEAR_LINE);
    }
    err.println("qhyper: " + Printable.lines(message));
  }
}
