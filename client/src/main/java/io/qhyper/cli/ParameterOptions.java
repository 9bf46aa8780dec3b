package io.qhyper.cli;

import io.qhyper.store.ParameterEntry;
import io.qhyper.store.ParameterFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Circuit parameters from a file; add as a {@code @Mixin}. */
final class ParameterOptions {
  /** How the ansätze name parameter K. */
  private static final String INDEXED = "theta_[0-9]{1,9}";

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

  /**
   * The parameters, as many as expected; empty if the user gave no file.
   *
   * @throws io.qhyper.store.ParameterFileException if the file holds anything else
   */
  Optional<double[]> read(int expected) throws IOException {
    if (file == null && entry != ParameterEntry.BEST) {
      throw new IllegalArgumentException("--params-entry " + entry + " needs --params FILE");
    }
    return file == null ? Optional.empty() : Optional.of(ParameterFile.read(file, entry, expected));
  }

  /** Whether the user gave a file. */
  boolean isGiven() {
    return file != null;
  }

  /**
   * The values of a program's inputs: as many as there are, in order of declaration, or a longer
   * vector of which an input {@code theta_K} takes entry K, since programs of a run leave out
   * parameters on which nothing depends.
   */
  Optional<double[]> readFor(List<String> inputs) throws IOException {
    if (file == null || inputs.isEmpty() || !inputs.stream().allMatch(n -> n.matches(INDEXED))) {
      return read(inputs.size());
    }
    double[] values = ParameterFile.read(file, entry);
    int[] indices =
        inputs.stream().mapToInt(n -> Integer.parseInt(n.substring(n.indexOf('_') + 1))).toArray();
    if (values.length <= Arrays.stream(indices).max().orElseThrow()) {
      return read(inputs.size());
    }
    return Optional.of(
        values.length == inputs.size()
            ? values
            : Arrays.stream(indices).mapToDouble(k -> values[k]).toArray());
  }
}
