package io.qhyper.bnn;

import io.qhyper.data.DataSet;
import io.qhyper.shots.BitString;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Logistic regression with one bit per weight (reference, section 4.1): the weights in the order of
 * the features, the bias, and two bits for the encoding if it is searched.
 */
final class LogisticNetwork implements Network {
  private final List<String> features;
  private final Optional<Encoding> fixed;

  LogisticNetwork(List<String> features, EncodingChoice encoding) {
    this.features = features;
    this.fixed = encoding.fixed();
  }

  /** Number of weights and biases: bits but those of the encoding. */
  int weightBits() {
    return features.size() + 1;
  }

  Encoding encoding(BitString bits) {
    return fixed.orElseGet(() -> Encoding.chosenBy(bits));
  }

  @Override
  public List<String> layout() {
    List<String> names = new ArrayList<>();
    features.forEach(name -> names.add("w[" + name + "]"));
    names.add("b");
    if (fixed.isEmpty()) {
      names.add("encoding[0]");
      names.add("encoding[1]");
    }
    return names;
  }

  @Override
  public LogisticModel decode(BitString bits) {
    Encoding encoding = encoding(bits);
    List<Integer> weights =
        IntStream.range(0, features.size()).mapToObj(i -> encoding.value(bits.printed(i))).toList();
    return new LogisticModel(encoding, weights, encoding.value(bits.printed(features.size())));
  }

  @Override
  public LossFunction lossFunction() {
    return LossFunction.CROSS_ENTROPY;
  }

  @Override
  public LossKernel kernel(DataSet data) {
    return SoftplusRows.largestScore(data) <= SoftplusRows.LARGEST_SCORE
        ? new LogisticKernel(this, fixed, SoftplusRows.of(data))
        : new PlainLoss(this, data);
  }
}
