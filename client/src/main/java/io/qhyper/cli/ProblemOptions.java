package io.qhyper.cli;

import io.qhyper.bnn.ModelSpec;
import io.qhyper.bnn.Problem;
import io.qhyper.bnn.ProblemSpec;
import io.qhyper.bnn.Problems;
import io.qhyper.data.CsvReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which problem: data and family of networks. Add as a {@code @Mixin}. */
final class ProblemOptions {
  private static final double BRIGHTEST_PIXEL = 255;

  @Option(
      names = "--problem",
      paramLabel = "NAME",
      defaultValue = "mnist",
      description = "One of: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private ProblemKind kind;

  @Option(
      names = "--digits",
      paramLabel = "A,B",
      split = ",",
      description = "Two digits of MNIST; B is class 1 (default: 0,1).")
  private List<Integer> digits;

  @Option(
      names = "--mnist-dir",
      paramLabel = "DIR",
      description = "Folder with the original MNIST files, instead of the bundled 4x4 pixels.")
  private Path mnistFolder;

  @Option(
      names = "--data",
      paramLabel = "FILE",
      description = "CSV training set: a header, numeric features, a label column of 0 and 1.")
  private Path data;

  @Option(names = "--test", paramLabel = "FILE", description = "CSV test set.")
  private Path test;

  @Option(
      names = "--label",
      paramLabel = "NAME",
      description = "Label column of CSV files (default: " + CsvReader.DEFAULT_LABEL + ").")
  private String label;

  @Option(
      names = "--data-seed",
      paramLabel = "N",
      description = "Seed of the generated points of gaussians (default: 1).")
  private Long dataSeed;

  @Mixin private ModelOptions model;

  /** What the networks are; fills in the defaults. */
  ModelSpec model() {
    return model.spec(kind);
  }

  /** The problem with its data read or generated. */
  Problem problem() throws IOException {
    return Problems.create(spec());
  }

  /** What the numbers of a data file of this problem are divided by before use. */
  double divideBy() {
    return kind == ProblemKind.MNIST ? BRIGHTEST_PIXEL : 1;
  }

  /** The options as data; fills in the defaults, so that a run's config.yaml shows them. */
  private ProblemSpec spec() {
    refuse("--digits", digits, ProblemKind.MNIST);
    refuse("--mnist-dir", mnistFolder, ProblemKind.MNIST);
    refuse("--data-seed", dataSeed, ProblemKind.GAUSSIANS);
    refuse("--data", data, ProblemKind.CSV);
    refuse("--test", test, ProblemKind.CSV);
    refuse("--label", label, ProblemKind.CSV);
    ModelSpec network = model.spec(kind);
    return switch (kind) {
      case MNIST -> mnist(network);
      case GAUSSIANS -> gaussians(network);
      case CSV -> csv(network);
    };
  }

  private void refuse(String option, Object value, ProblemKind owner) {
    if (value != null && kind != owner) {
      throw new IllegalArgumentException(
          option + " belongs to --problem " + owner + ", not to --problem " + kind);
    }
  }

  private ProblemSpec mnist(ModelSpec network) {
    digits = digits == null ? List.of(0, 1) : digits;
    if (digits.size() != 2) {
      throw new IllegalArgumentException(
          "--digits needs two digits such as 3,7, got " + digits.size() + " numbers");
    }
    return new ProblemSpec.Mnist(
        digits.get(0), digits.get(1), network, Optional.ofNullable(mnistFolder));
  }

  private ProblemSpec gaussians(ModelSpec network) {
    dataSeed = dataSeed == null ? 1 : dataSeed;
    return new ProblemSpec.Gaussians(network, dataSeed);
  }

  private ProblemSpec csv(ModelSpec network) {
    if (data == null) {
      throw new IllegalArgumentException("--problem csv needs --data FILE, the training set");
    }
    label = label == null ? CsvReader.DEFAULT_LABEL : label;
    return new ProblemSpec.Csv(data, Optional.ofNullable(test), label, network);
  }
}
