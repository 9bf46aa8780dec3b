package io.qhyper.bnn;

/** The options of a network family: which network a problem trains. */
public sealed interface ModelSpec {

  /**
   * Logistic regression, one bit per weight.
   *
   * @param encoding what a bit stands for
   */
  record Logistic(EncodingChoice encoding) implements ModelSpec {}

  /**
   * One hidden layer with weights ±1.
   *
   * @param hidden number of candidate neurons, at least 1
   * @param activation the activation of the hidden neurons, or a search
   * @param width whether all neurons exist, or a search
   * @param pricePerNeuron what each active neuron adds to the loss, at least 0
   */
  record HiddenLayer(
      int hidden, ActivationChoice activation, WidthChoice width, double pricePerNeuron)
      implements ModelSpec {

    /** Checks the ranges. */
    public HiddenLayer {
      if (hidden < 1 || hidden > MOST_NEURONS) {
        throw new IllegalArgumentException(
            "the number of hidden neurons must be in 1.." + MOST_NEURONS + ", got " + hidden);
      }
      if (!(pricePerNeuron >= 0 && pricePerNeuron < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "the price per active neuron must be a finite number of 0 or more, got "
                + pricePerNeuron);
      }
    }
  }

  /** Most hidden neurons accepted: far above what any device has qubits for. */
  int MOST_NEURONS = 10_000;
}
