package io.qhyper.report;

import io.qhyper.bnn.Activation;
import io.qhyper.bnn.DecodedNetwork;
import io.qhyper.bnn.Encoding;
import io.qhyper.bnn.HiddenLayerModel;
import io.qhyper.bnn.LogisticModel;
import io.qhyper.bnn.LossCache.Scored;
import io.qhyper.bnn.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * {@code model.json}: the best network of a run, decoded, with all that is needed to use it.
 *
 * @param problem name of the problem
 * @param bits the network's printed bits
 * @param layout what each bit means, from the left
 * @param loss its loss on the training set
 * @param trainAccuracy in [0, 1]
 * @param testAccuracy in [0, 1]; null without a test set
 * @param input what the network takes
 * @param network its numbers
 */
public record ModelFile(
    String problem,
    String bits,
    List<String> layout,
    double loss,
    double trainAccuracy,
    Double testAccuracy,
    Input input,
    Network network) {

  /**
   * What the network takes.
   *
   * @param features names of the features, in order
   * @param divideBy what the numbers of a data file are divided by before use
   */
  public record Input(List<String> features, double divideBy) {}

  /**
   * The network's numbers; those of the other family are null.
   *
   * @param family {@code logistic} or {@code hidden-layer}
   * @param encoding what a bit stands for (logistic)
   * @param weights one per feature (logistic)
   * @param bias of the output
   * @param activation of the hidden neurons
   * @param width number of active neurons
   * @param neurons all candidate neurons
   */
  public record Network(
      String family,
      String encoding,
      List<Integer> weights,
      int bias,
      String activation,
      Integer width,
      List<HiddenLayerModel.Neuron> neurons) {

    static Network of(DecodedNetwork decoded) {
      if (decoded instanceof LogisticModel logistic) {
        return new Network(
            "logistic",
            logistic.encoding().toString(),
            logistic.weights(),
            logistic.bias(),
            null,
            null,
            null);
      }
      HiddenLayerModel hidden = (HiddenLayerModel) decoded;
      return new Network(
          "hidden-layer",
          null,
          null,
          hidden.outputBias(),
          hidden.activation().toString(),
          hidden.width(),
          hidden.neurons());
    }
  }

  /**
   * The network of this file.
   *
   * @throws IllegalArgumentException if a part is missing or has the wrong size
   */
  public DecodedNetwork decoded() {
    require(input != null && input.features() != null && !input.features().isEmpty(), "input");
    require(input.divideBy() > 0, "input.divide_by above 0");
    require(network != null && network.family() != null, "network.family");
    int dimension = input.features().size();
    if (network.family().equals("logistic")) {
      require(hasSize(network.weights(), dimension), dimension + " network.weights");
      require(network.encoding() != null, "network.encoding");
      return new LogisticModel(
          named("encoding", network.encoding(), Encoding.values()),
          network.weights(),
          network.bias());
    }
    require(network.family().equals("hidden-layer"), "network.family logistic or hidden-layer");
    require(network.activation() != null, "network.activation");
    require(network.neurons() != null && !network.neurons().isEmpty(), "network.neurons");
    network
        .neurons()
        .forEach(n -> require(hasSize(n.weights(), dimension), dimension + " weights"));
    return new HiddenLayerModel(
        named("activation", network.activation(), Activation.values()),
        network.neurons(),
        network.bias());
  }

  private static boolean hasSize(List<Integer> numbers, int size) {
    return numbers != null && numbers.size() == size && numbers.stream().noneMatch(Objects::isNull);
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new IllegalArgumentException("the model file needs " + what);
    }
  }

  private static <T> T named(String what, String text, T[] values) {
    return Arrays.stream(values)
        .filter(value -> value.toString().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "the model file's "
                        + what
                        + " must be one of "
                        + Arrays.toString(values)
                        + ", got "
                        + text));
  }

  /** The file for a network of a problem. */
  public static ModelFile of(Problem problem, Scored best, double divideBy) {
    var test = problem.testAccuracy(best.bits());
    return new ModelFile(
        problem.name(),
        best.bits().toString(),
        problem.layout(),
        best.loss(),
        problem.trainAccuracy(best.bits()),
        test.isPresent() ? test.getAsDouble() : null,
        new Input(problem.trainingSet().features().names(), divideBy),
        Network.of(problem.decode(best.bits())));
  }
}
