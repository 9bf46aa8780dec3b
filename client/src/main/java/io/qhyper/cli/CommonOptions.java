package io.qhyper.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that every command takes; add as a {@code @Mixin}. */
final class CommonOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Write the result to FILE, all of it or nothing, instead of stdout.")
  private Path output;

  @Option(names = "--json", description = "Print the result as JSON.")
  private boolean json;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Seed of all chance, any 64-bit integer (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description =
          "Threads to use (default: one per processor; 1 for bench). Results do not depend on it.")
  private Integer threads;

  @Option(
      names = {"-q", "--quiet"},
      description = "No progress on stderr.")
  private boolean quiet;

  /** The file for the result; empty for stdout. */
  Optional<Path> output() {
    return Optional.ofNullable(output);
  }

  boolean json() {
    return json;
  }

  long seed() {
    return seed;
  }

  /**
   * Number of threads, at least 1.
   *
   * @throws ParameterException if the user asked for fewer
   */
  int threads() {
    return threads(Runtime.getRuntime().availableProcessors());
  }

  /**
   * Number of threads, at least 1.
   *
   * @param otherwise what it is unless the user says
   * @throws ParameterException if the user asked for fewer than 1
   */
  int threads(int otherwise) {
    if (threads == null) {
      return otherwise;
    }
    if (threads < 1) {
      throw new ParameterException(
          command.commandLine(), "--threads must be at least 1, got " + threads);
    }
    return threads;
  }

  boolean quiet() {
    return quiet;
  }
}
