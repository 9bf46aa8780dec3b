package io.qhyper.cli;

/** What the process reports to its caller. */
final class ExitCode {
  static final int OK = 0;

  /** The command was understood but could not be carried out. */
  static final int FAILURE = 1;

  /** The command line is wrong. */
  static final int USAGE = 2;

  /** A bug in the product; the launcher also gives it for a failed build. */
  static final int INTERNAL = 70;

  /** Stopped by Ctrl-C: 128 + SIGINT, as shells do. */
  static final int INTERRUPTED = 130;

  private ExitCode() {}
}
