package io.qhyper.bnn;

import java.util.List;

/**
 * Logistic regression: score Σ w_i x_i + b.
 *
 * @param encoding the encoding that gave the numbers
 * @param weights w, one per feature
 * @param bias b
 */
public record LogisticModel(Encoding encoding, List<Integer> weights, int bias)
    implements DecodedNetwork {

  /** Copies the weights. */
  public LogisticModel {
    weights = List.copyOf(weights);
  }

  @Override
  public int dimension() {
    return weights.size();
  }

  @Override
  public double score(double[] features) {
    return WeightedSum.of(weights, features, bias);
  }
}
