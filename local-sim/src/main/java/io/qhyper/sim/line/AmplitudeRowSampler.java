package io.qhyper.sim.line;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Draws h from its marginal, then l from the amplitudes of that h, which draws with the same h
 * share. For many terms.
 */
final class AmplitudeRowSampler implements FactorSampler {
  private final Factors factors;
  private final Marginal marginal;

  AmplitudeRowSampler(Factors factors) {
    this.factors = factors;
    Family high = factors.high();
    Family low = factors.low();
    double[] weights = new double[high.size()];
    for (int a = 0; a < low.terms(); a++) {
      for (int b = 0; b <= a; b++) {
        double re = overlap(low.re()[a], low.re()[b], low.im()[a], low.im()[b], 1);
        double im = overlap(low.im()[a], low.re()[b], low.re()[a], low.im()[b], -1);
        addWeights(high, a, b, a == b ? 1 : 2, re, im, weights);
      }
    }
    this.marginal = new Marginal(weights);
  }

  private static double overlap(double[] v, double[] w, double[] x, double[] y, double sign) {
    return RowKernels.dot(v, w) + sign * RowKernels.dot(x, y);
  }

  /** weights[h] += factor·Re(A_a[h]·A_b[h]*·(re + i·im)). */
  private static void addWeights(
      Family high, int a, int b, double factor, double re, double im, double[] weights) {
    double[] aRe = high.re()[a];
    double[] aIm = high.im()[a];
    double[] bRe = high.re()[b];
    double[] bIm = high.im()[b];
    for (int h = 0; h < weights.length; h++) {
      double real = aRe[h] * bRe[h] + aIm[h] * bIm[h];
      double imaginary = aIm[h] * bRe[h] - aRe[h] * bIm[h];
      weights[h] += factor * (real * re - imaginary * im);
    }
  }

  @Override
  public void draw(UniformRandomProvider random, int[] highs, int[] lows) {
    double total = marginal.total();
    double most = Math.nextDown(total);
    double[] targets = new double[highs.length];
    long[] order = new long[highs.length];
    for (int shot = 0; shot < highs.length; shot++) {
      targets[shot] = Math.min((random.nextLong() >>> 11) * 0x1p-53 * total, most);
      highs[shot] = marginal.find(targets[shot]);
      order[shot] = (long) highs[shot] << Integer.SIZE | shot;
    }
    Arrays.sort(order);
    double[] re = new double[factors.low().size()];
    double[] im = new double[re.length];
    int prepared = -1;
    for (long next : order) {
      int shot = (int) next;
      int h = highs[shot];
      if (h != prepared) {
        prepare(h, re, im);
        prepared = h;
      }
      // The row's own sum stands for p(h), so that rounding cannot lead past its end.
      double share =
          (targets[shot] - marginal.before(h)) / (marginal.through(h) - marginal.before(h));
      lows[shot] = find(re, Math.min(share * re[re.length - 1], Math.nextDown(re[re.length - 1])));
    }
  }

  /** Makes the running sums of the probabilities with one h, in {@code re}. */
  private void prepare(int h, double[] re, double[] im) {
    factors.amplitudes(h, re, im);
    double sum = 0;
    for (int l = 0; l < re.length; l++) {
      sum += re[l] * re[l] + im[l] * im[l];
      re[l] = sum;
    }
  }

  private static int find(double[] sums, double target) {
    int before = -1;
    for (int step = sums.length >> 1; step > 0; step >>= 1) {
      before += sums[before + step] <= target ? step : 0;
    }
    return before + 1;
  }
}
