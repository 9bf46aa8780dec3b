package io.qhyper.bnn;

import io.qhyper.shots.BitString;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Mean cross-entropy of logistic regression in product form, one encoding at a time. */
final class LogisticKernel implements LossKernel {
  private final LogisticNetwork network;
  private final Optional<Encoding> fixed;
  private final int examples;
  private final Map<Encoding, SoftplusChunks> chunks = new EnumMap<>(Encoding.class);

  LogisticKernel(LogisticNetwork network, Optional<Encoding> fixed, SoftplusRows rows) {
    this.network = network;
    this.fixed = fixed;
    this.examples = rows.examples();
    for (Encoding encoding : encodings()) {
      chunks.put(encoding, new SoftplusChunks(rows, encoding));
    }
  }

  /** The encodings in the order of the bits that choose them. */
  private List<Encoding> encodings() {
    return fixed.map(List::of).orElseGet(() -> List.of(Encoding.values()));
  }

  @Override
  public double[] losses(List<BitString> batch) {
    double[] losses = new double[batch.size()];
    for (Encoding encoding : encodings()) {
      List<Integer> own = new ArrayList<>();
      for (int i = 0; i < batch.size(); i++) {
        if (network.encoding(batch.get(i)) == encoding) {
          own.add(i);
        }
      }
      if (!own.isEmpty()) {
        SoftplusList list = new SoftplusList(chunks.get(encoding), network.weightBits());
        double[] sums = list.sums(own.stream().map(batch::get).toList());
        for (int i = 0; i < sums.length; i++) {
          losses[own.get(i)] = sums[i] / examples;
        }
      }
    }
    return losses;
  }

  @Override
  public double[] enumerate(int bits, int threads) {
    double[] losses = new double[1 << bits];
    List<Encoding> encodings = encodings();
    for (int choice = 0; choice < encodings.size(); choice++) {
      SoftplusGrid grid = new SoftplusGrid(chunks.get(encodings.get(choice)), network.weightBits());
      int offset = choice;
      Parallel.forEach(
          threads,
          grid.tasks(),
          task -> {
            double[] sums = grid.sums(task);
            int first = task * sums.length;
            for (int i = 0; i < sums.length; i++) {
              losses[(first + i) * encodings.size() + offset] = sums[i] / examples;
            }
          });
    }
    return losses;
  }
}
