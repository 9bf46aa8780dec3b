package io.qhyper.mitigation;

import io.qhyper.shots.BitString;
import io.qhyper.shots.Counts;
import java.util.List;

/** Products of the bits' rates; a probability takes as many factors as bits differ. */
final class TensorTransitions implements Transitions {
  private final List<ReadoutRate> rates;
  private final Counts strings;
  private final int words;
  private final double[] unchanged; // by entry: probability that it is read as it is
  private final double[][] odds = new double[2][]; // by prepared value and bit: flip/(1 − flip)

  TensorTransitions(List<ReadoutRate> rates, Counts strings) {
    this.rates = rates;
    this.strings = strings;
    this.words = BitString.wordsFor(rates.size());
    for (int value = 0; value < 2; value++) {
      int prepared = value;
      odds[value] =
          rates.stream().mapToDouble(r -> r.flip(prepared) / (1 - r.flip(prepared))).toArray();
    }
    this.unchanged = new double[strings.distinct()];
    for (int entry = 0; entry < unchanged.length; entry++) {
      unchanged[entry] = 1;
      for (int bit = 0; bit < rates.size(); bit++) {
        unchanged[entry] *= 1 - rates.get(bit).flip(value(entry, bit));
      }
    }
  }

  private int value(int entry, int bit) {
    return (int) (strings.word(entry, bit >>> 6) >>> bit & 1);
  }

  @Override
  public double probability(int read, int prepared) {
    double probability = unchanged[prepared];
    for (int i = 0; i < words; i++) {
      long from = strings.word(prepared, i);
      long differing = from ^ strings.word(read, i);
      while (differing != 0) {
        int bit = Long.numberOfTrailingZeros(differing);
        probability *= odds[(int) (from >>> bit & 1)][(i << 6) + bit];
        differing &= differing - 1;
      }
    }
    return probability;
  }

  /**
   * With E = wᵀp and q the quasi-probabilities, dE = −wᵀ·dA·q. In a normalised column the
   * derivative by the rate r of a bit is Σ_flipped A(s,t)·(w_s − W)/(r(1 − r)), W being the
   * column's mean of w.
   */
  @Override
  public double calibrationVariance(RestrictedMatrix matrix, double[] adjusted, double[] quasi) {
    double[][] slopes = new double[2][rates.size()];
    for (int prepared = 0; prepared < quasi.length; prepared++) {
      double mean = 0;
      for (int read = 0; read < quasi.length; read++) {
        mean += matrix.entry(read, prepared) * adjusted[read];
      }
      for (int read = 0; read < quasi.length; read++) {
        double share = matrix.entry(read, prepared);
        if (share != 0) {
          add(slopes, read, prepared, quasi[prepared] * share * (adjusted[read] - mean));
        }
      }
    }
    double variance = 0;
    for (int value = 0; value < 2; value++) {
      for (int bit = 0; bit < rates.size(); bit++) {
        double rate = rates.get(bit).flip(value);
        double slope = rate > 0 ? slopes[value][bit] / (rate * (1 - rate)) : 0;
        double change = slope * rates.get(bit).flipError(value);
        variance += change * change;
      }
    }
    return variance;
  }

  private void add(double[][] slopes, int read, int prepared, double term) {
    for (int i = 0; i < words; i++) {
      long from = strings.word(prepared, i);
      long differing = from ^ strings.word(read, i);
      while (differing != 0) {
        int bit = Long.numberOfTrailingZeros(differing);
        slopes[(int) (from >>> bit & 1)][(i << 6) + bit] += term;
        differing &= differing - 1;
      }
    }
  }
}
