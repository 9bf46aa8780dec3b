package io.qhyper.bnn;

import io.qhyper.data.DataSet;
import io.qhyper.shots.BitString;
import java.util.List;

/** A family of binary networks: the meaning of its bits and the loss that judges it. */
interface Network {

  /** The family that {@code model} describes, for the given features. */
  static Network of(ModelSpec model, List<String> features) {
    if (model instanceof ModelSpec.Logistic logistic) {
      return new LogisticNetwork(features, logistic.encoding());
    }
    if (model instanceof ModelSpec.HiddenLayer hidden) {
      return new HiddenNetwork(features, hidden);
    }
    throw new AssertionError("unknown network family " + model);
  }

  /** The names of the bits σ_0, σ_1, … in order. */
  List<String> layout();

  /** The network that {@code bits} stands for. */
  DecodedNetwork decode(BitString bits);

  /** The loss of one example. */
  LossFunction lossFunction();

  /** What is added to the mean loss for the size of the network. */
  default double price(BitString bits) {
    return 0;
  }

  /**
   * One bitstring that stands for all those whose networks compute the same function for reasons of
   * symmetry, {@code bits} among them; {@code canonical(canonical(b))} is {@code canonical(b)}.
   */
  default BitString canonical(BitString bits) {
    return bits;
  }

  /** The fast way to losses on {@code data}, whose labels are 0 and 1. */
  LossKernel kernel(DataSet data);
}
