package io.qhyper.sim.line;

import org.apache.commons.rng.UniformRandomProvider;

/**
 * Draws h from its marginal, then l given h by bisection.
 *
 * <p>Both come from the products V, W: p(h) = Σ_k V_k[h]·ΣW_k, and Σ_{l' ≤ l} p(h,l') = Σ_k
 * V_k[h]·U_k[l] with the running sums U of W. So nothing is computed per h, and a draw takes D²
 * multiplications for each of the bits of l.
 */
final class BilinearSampler implements FactorSampler {
  private final double[][] high;
  private final double[] sums; // sums[l·K + k]: of W_k up to and including l
  private final int size;
  private final Marginal marginal;

  BilinearSampler(Factors factors) {
    this.high = Products.high(factors.high());
    double[][] low = Products.low(factors.low());
    this.size = low[0].length;
    int terms = low.length;
    this.sums = new double[size * terms];
    for (int k = 0; k < terms; k++) {
      double sum = 0;
      for (int l = 0; l < size; l++) {
        sum += low[k][l];
        sums[l * terms + k] = sum;
      }
    }
    double[] weights = new double[high[0].length];
    for (int k = 0; k < terms; k++) {
      double total = sums[(size - 1) * terms + k];
      for (int h = 0; h < weights.length; h++) {
        weights[h] += high[k][h] * total;
      }
    }
    this.marginal = new Marginal(weights);
  }

  @Override
  public void draw(UniformRandomProvider random, int[] highs, int[] lows) {
    double total = marginal.total();
    double most = Math.nextDown(total);
    double[] rests = new double[highs.length];
    for (int shot = 0; shot < highs.length; shot++) {
      double target = Math.min((random.nextLong() >>> 11) * 0x1p-53 * total, most);
      int h = marginal.find(target);
      highs[shot] = h;
      rests[shot] = target - marginal.before(h);
    }
    int shot = 0;
    if (high.length == 4) {
      for (; shot + 1 < highs.length; shot += 2) {
        findTwo(highs, rests, shot, lows);
      }
    }
    double[] given = new double[high.length];
    for (; shot < highs.length; shot++) {
      for (int k = 0; k < given.length; k++) {
        given[k] = high[k][highs[shot]];
      }
      lows[shot] = find(given, rests[shot]);
    }
  }

  /** The first l up to which the probabilities with a given h sum to more than the target. */
  private int find(double[] given, double target) {
    int before = -1; // the last l known to be too low
    for (int step = size >> 1; step > 0; step >>= 1) {
      int at = (before + step) * given.length;
      double sum = 0;
      for (int k = 0; k < given.length; k++) {
        sum += given[k] * sums[at + k];
      }
      before += sum <= target ? step : 0;
    }
    return before + 1;
  }

  /** The same for two shots and four products, those of two terms: neither waits for the other. */
  private void findTwo(int[] highs, double[] rests, int shot, int[] lows) {
    final int g = highs[shot];
    final int h = highs[shot + 1];
    final double v0 = high[0][g];
    final double v1 = high[1][g];
    final double v2 = high[2][g];
    final double v3 = high[3][g];
    final double w0 = high[0][h];
    final double w1 = high[1][h];
    final double w2 = high[2][h];
    final double w3 = high[3][h];
    final double vTarget = rests[shot];
    final double wTarget = rests[shot + 1];
    int v = -1;
    int w = -1;
    for (int step = size >> 1; step > 0; step >>= 1) {
      final int i = (v + step) * 4;
      final int j = (w + step) * 4;
      final double p = v0 * sums[i] + v1 * sums[i + 1] + (v2 * sums[i + 2] + v3 * sums[i + 3]);
      final double q = w0 * sums[j] + w1 * sums[j + 1] + (w2 * sums[j + 2] + w3 * sums[j + 3]);
      v += p <= vTarget ? step : 0;
      w += q <= wTarget ? step : 0;
    }
    lows[shot] = v + 1;
    lows[shot + 1] = w + 1;
  }
}
