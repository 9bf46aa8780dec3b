package io.qhyper.cli;

import io.qhyper.store.ParameterEntry;
import io.qhyper.store.ParameterFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Circuit parameters from a file; add as a {@code @Mixin}. */
final class ParameterOptions {
  @Option(
      names = "--params",
      paramLabel = "FILE",
      description =
          "Circuit parameters: a JSON array, numbers separated by white space or commas, "
              + "or a run's parameters.json.")
  private Path file;

  @Option(
      names = "--params-entry",
      paramLabel = "NAME",
      defaultValue = "best",
      description =
          "Which vector of a parameters.json: ${COMPLETION-CANDIDATES} (default: "
              + "${DEFAULT-VALUE}).")
  private ParameterEntry entry;

  /** Whether the user gave a file. */
  boolean areGiven() {
    return file != null;
  }

  /**
   * The parameters, as many as expected; empty if the user gave no file.
   *
   * @throws io.qhyper.store.ParameterFileException if the file holds anything else
   */
  Optional<double[]> read(int expected) throws IOException {
    return file == null ? Optional.empty() : Optional.of(ParameterFile.read(file, entry, expected));
  }
}
