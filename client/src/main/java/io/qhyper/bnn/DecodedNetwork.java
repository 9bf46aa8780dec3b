package io.qhyper.bnn;

/** A network with its numbers filled in: what a bitstring stands for. */
public sealed interface DecodedNetwork permits LogisticModel, HiddenLayerModel {

  /**
   * The output before the last logistic function: log-odds of class 1.
   *
   * @throws IllegalArgumentException if the number of features is not {@link #dimension()}
   */
  double score(double[] features);

  /** Number of features expected. */
  int dimension();

  /**
   * The probability and the predicted class: class 1 if the score is above 0, so a tie is class 0.
   *
   * <p>With whole-number weights and scaled pixels exact ties do occur (one image in 150 at the
   * best ±1 network for digits 0 and 1); where rounding leaves ±1e-17 of one, its sign decides.
   * With the sum in the order of the features, the bias last, the accuracies are those of the
   * reference, section 4.1.
   */
  default Prediction predict(double[] features) {
    double score = score(features);
    return new Prediction(Activation.logistic(score), score > 0 ? 1 : 0);
  }

  /**
   * What a network says of one example.
   *
   * @param probability the probability of class 1, in [0, 1]
   * @param label the predicted class
   */
  record Prediction(double probability, int label) {}
}
