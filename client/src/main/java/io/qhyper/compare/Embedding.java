package io.qhyper.compare;

import io.qhyper.shots.Counts;

/**
 * Squared distances of samples that have no bias however few shots repeat: the maximum mean
 * discrepancy with the kernel Π_j e^(−[a_j ≠ b_j]) over the bits (Gretton et al., A kernel
 * two-sample test, JMLR 13, 2012, lemma 6).
 *
 * <p>Words of bitstrings are compared, so that any width does. Cost: pairs of distinct bitstrings.
 */
final class Embedding {
  private final Counts model;
  private final double[] kernel; // by the number of differing bits
  private final int words;

  Embedding(Counts model) {
    this.model = model;
    this.words = (model.width() + Long.SIZE - 1) / Long.SIZE;
    this.kernel = new double[model.width() + 1];
    for (int differing = 0; differing < kernel.length; differing++) {
      kernel[differing] = Math.exp(-differing);
    }
  }

  /** The mean kernel between each distinct bitstring of a sample and the model's shots. */
  double[] means(Counts sample) {
    double[] means = new double[sample.distinct()];
    for (int i = 0; i < means.length; i++) {
      for (int j = 0; j < model.distinct(); j++) {
        means[i] += model.count(j) * kernel[differing(sample, i, model, j)];
      }
      means[i] /= model.shots();
    }
    return means;
  }

  /** The mean kernel between two different shots of the model. */
  double own() {
    double sum = 0;
    for (int i = 0; i < model.distinct(); i++) {
      double count = model.count(i);
      sum += count * (count - 1);
      for (int j = 0; j < i; j++) {
        sum += 2 * count * model.count(j) * kernel[differing(model, i, model, j)];
      }
    }
    return sum / ((double) model.shots() * (model.shots() - 1));
  }

  private int differing(Counts a, int i, Counts b, int j) {
    int bits = 0;
    for (int word = 0; word < words; word++) {
      bits += Long.bitCount(a.word(i, word) ^ b.word(j, word));
    }
    return bits;
  }
}
