package io.qhyper.bnn;

import io.qhyper.data.DataSet;
import io.qhyper.shots.BitString;
import java.util.List;

/**
 * The loss as it is defined: the mean over the examples, one after the other, plus the price.
 *
 * <p>The specification of the faster kernels, and what is used where they do not apply.
 */
final class PlainLoss implements LossKernel {
  private final Network network;
  private final DataSet data;

  PlainLoss(Network network, DataSet data) {
    this.network = network;
    this.data = data;
  }

  double loss(BitString bits) {
    DecodedNetwork decoded = network.decode(bits);
    double sum = 0;
    for (int row = 0; row < data.size(); row++) {
      double score = decoded.score(data.features().row(row));
      sum += network.lossFunction().of(score, data.label(row));
    }
    return sum / data.size() + network.price(bits);
  }

  @Override
  public double[] losses(List<BitString> batch) {
    return batch.stream().mapToDouble(this::loss).toArray();
  }

  @Override
  public double[] enumerate(int bits, int threads) {
    return RepresentativeEnumeration.enumerate(this, network, bits, threads);
  }
}
