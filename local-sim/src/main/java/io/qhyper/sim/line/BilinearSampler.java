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
    double[] given = new double[high.length];
    for (int shot = 0; shot < highs.length; shot++) {
      double target = Math.min((random.nextLong() >>> 11) * 0x1p-53 * total, most);
      int h = marginal.find(target);
      for (int k = 0; k < given.length; k++) {
        given[k] = high[k][h];
      }
      highs[shot] = h;
      double rest = target - marginal.before(h);
      lows[shot] =
          given.length == 4
              ? find(given[0], given[1], given[2], given[3], rest)
              : find(given, rest);
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

  /** The same for four products, those of two terms. */
  private int find(double v0, double v1, double v2, double v3, double target) {
    int before = -1;
    for (int step = size >> 1; step > 0; step >>= 1) {
      int at = (before + step) * 4;
      double sum = v0 * sums[at] + v1 * sums[at + 1] + (v2 * sums[at + 2] + v3 * sums[at + 3]);
      before += sum <= target ? step : 0;
    }
    return before + 1;
  }
}
