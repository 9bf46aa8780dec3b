package io.qhyper.cli;

import picocli.CommandLine.Option;

/** Options of the program and of every command; nobody reads the fields but the option parser. */
@SuppressWarnings("UnusedVariable")
final class HelpOptions {
  /** Looked for in the arguments before they are parsed: parsing may be what fails. */
  static final String STACKTRACE = "--stacktrace";

  @Option(names = STACKTRACE, hidden = true, description = "Show where an error came from.")
  private boolean stacktrace;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  private boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Show the version.")
  private boolean version;
}
