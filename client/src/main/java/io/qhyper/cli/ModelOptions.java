package io.qhyper.cli;

import io.qhyper.bnn.ActivationChoice;
import io.qhyper.bnn.EncodingChoice;
import io.qhyper.bnn.ModelSpec;
import io.qhyper.bnn.WidthChoice;
import picocli.CommandLine.Option;

/** Which family of networks: logistic regression, or one hidden layer. */
final class ModelOptions {
  private static final int DEFAULT_HIDDEN = 3;

  @Option(
      names = "--encoding",
      paramLabel = "NAME",
      description =
          "Logistic regression, a weight being: 01 (0, 1), pm1 (-1, 1), m2p1 (-2, 1), "
              + "m3p1 (-3, 1), or search for two more bits that choose (default for mnist and csv: "
              + "m3p1).")
  private String encoding;

  @Option(
      names = "--hidden",
      paramLabel = "H",
      description =
          "One hidden layer with H neurons and weights -1, 1 (default for gaussians: "
              + DEFAULT_HIDDEN
              + ").")
  private Integer hidden;

  @Option(
      names = "--activation",
      paramLabel = "NAME",
      description =
          "Of the hidden layer: relu, sigmoid, or search for a bit that chooses (default).")
  private String activation;

  @Option(
      names = "--width",
      paramLabel = "NAME",
      description =
          "Of the hidden layer: all neurons (default), or search for bits that switch neurons off.")
  private String width;

  @Option(
      names = "--neuron-price",
      paramLabel = "X",
      description = "What each active hidden neuron adds to the loss (default: 0).")
  private Double neuronPrice;

  private boolean isHiddenLayer(ProblemKind problem) {
    return hidden != null || (problem == ProblemKind.GAUSSIANS && encoding == null);
  }

  /** The options as data; fills in the defaults. */
  ModelSpec spec(ProblemKind problem) {
    if (isHiddenLayer(problem)) {
      refuse("--encoding", encoding, "logistic regression, not to a hidden layer");
      hidden = hidden == null ? DEFAULT_HIDDEN : hidden;
      activation = activation == null ? "search" : activation;
      width = width == null ? "all" : width;
      neuronPrice = neuronPrice == null ? 0 : neuronPrice;
      return new ModelSpec.HiddenLayer(
          hidden, ActivationChoice.parse(activation), WidthChoice.parse(width), neuronPrice);
    }
    String owner = "a hidden layer; add --hidden H";
    refuse("--activation", activation, owner);
    refuse("--width", width, owner);
    refuse("--neuron-price", neuronPrice, owner);
    encoding = encoding == null ? "m3p1" : encoding;
    return new ModelSpec.Logistic(EncodingChoice.parse(encoding));
  }

  private static void refuse(String option, Object value, String owner) {
    if (value != null) {
      throw new IllegalArgumentException(option + " belongs to " + owner);
    }
  }
}
