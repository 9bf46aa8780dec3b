package io.qhyper.compare;

import io.qhyper.random.StreamKey;
import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.core.source64.XoShiRo256PlusPlus;
import org.apache.commons.rng.sampling.distribution.GuideTableDiscreteSampler;
import org.apache.commons.rng.sampling.distribution.SharedStateDiscreteSampler;

/**
 * Confidence intervals of distances by a parametric bootstrap.
 *
 * <p>The distance of two samples is larger on average than that of their distributions, and
 * redrawing the samples adds that bias once more instead of showing it. So samples are redrawn from
 * pairs p(λ), q(λ) on the line through the measured pair, from λ = 0 (both are the pooled
 * histogram) beyond λ = 1 (the measured histograms). The interval holds the distances of those
 * pairs whose redrawn samples show a distance as the measured one with a probability of more than
 * 2.5 % to either side: a test turned round (Efron and Tibshirani, An Introduction to the
 * Bootstrap, 1993, section 12.5).
 *
 * @param repetitions how many redrawn pairs for each λ, at least 40
 * @param key names the random streams; each λ has a block of its own
 */
record Bootstrap(int repetitions, StreamKey key) {
  private static final double TAIL = 0.025;
  private static final double STEP = 0.25;
  private static final int STEPS = 8;

  Bootstrap {
    if (repetitions < 40) {
      throw new IllegalArgumentException(
          "a bootstrap needs at least 40 repetitions, got " + repetitions);
    }
  }

  /** The 95 % interval of each distance, in the order of {@link Distance#values}. */
  Interval[] intervals(PairedCounts pair) {
    Distance[] distances = Distance.values();
    double[][] truth = new double[distances.length][STEPS + 1];
    double[][] low = new double[distances.length][STEPS + 1];
    double[][] high = new double[distances.length][STEPS + 1];
    for (int step = 0; step <= STEPS; step++) {
      double[] p = onTheLine(pair, step * STEP, pair.first(), pair.firstShots());
      double[] q = onTheLine(pair, step * STEP, pair.second(), pair.secondShots());
      double[][] redrawn = redrawn(pair, p, q, step);
      for (int d = 0; d < distances.length; d++) {
        Quantiles quantiles = new Quantiles(redrawn[d]);
        truth[d][step] = distances[d].between(p, q);
        low[d][step] = quantiles.at(TAIL);
        high[d][step] = quantiles.at(1 - TAIL);
      }
    }
    Interval[] intervals = new Interval[distances.length];
    for (int d = 0; d < distances.length; d++) {
      double found = distances[d].of(pair);
      intervals[d] =
          new Interval(
              crossing(truth[d], high[d], found), Math.min(1, crossing(truth[d], low[d], found)));
    }
    return intervals;
  }

  private static double[] onTheLine(PairedCounts pair, double lambda, int[] counts, double shots) {
    double all = (double) pair.firstShots() + pair.secondShots();
    double[] p = new double[counts.length];
    for (int i = 0; i < p.length; i++) {
      double pooled = (pair.first()[i] + pair.second()[i]) / all;
      p[i] = Math.max(0, pooled + lambda * (counts[i] / shots - pooled));
    }
    double sum = Arrays.stream(p).sum();
    Arrays.setAll(p, i -> p[i] / sum);
    return p;
  }

  private double[][] redrawn(PairedCounts pair, double[] p, double[] q, int step) {
    Distance[] distances = Distance.values();
    double[][] redrawn = new double[distances.length][repetitions];
    UniformRandomProvider random = quick(key.withBlock(step).open());
    SharedStateDiscreteSampler first = GuideTableDiscreteSampler.of(random, p);
    SharedStateDiscreteSampler second = GuideTableDiscreteSampler.of(random, q);
    int[] a = new int[p.length];
    int[] b = new int[q.length];
    for (int repetition = 0; repetition < repetitions; repetition++) {
      redraw(first, pair.firstShots(), a);
      redraw(second, pair.secondShots(), b);
      for (int d = 0; d < distances.length; d++) {
        redrawn[d][repetition] = distances[d].between(a, pair.firstShots(), b, pair.secondShots());
      }
    }
    return redrawn;
  }

  /** A cheaper generator for very many numbers, with its seed from the keyed stream. */
  private static UniformRandomProvider quick(UniformRandomProvider keyed) {
    return new XoShiRo256PlusPlus(
        keyed.nextLong(), keyed.nextLong(), keyed.nextLong(), keyed.nextLong());
  }

  private static void redraw(SharedStateDiscreteSampler sampler, int shots, int[] counts) {
    Arrays.fill(counts, 0);
    for (int i = 0; i < shots; i++) {
      counts[sampler.sample()]++;
    }
  }

  /** The true distance at which a rising quantile meets the one that was found. */
  private static double crossing(double[] truth, double[] quantile, double found) {
    if (quantile[0] >= found) {
      return truth[0];
    }
    for (int step = 1; step <= STEPS; step++) {
      if (quantile[step] >= found) {
        double part = (found - quantile[step - 1]) / (quantile[step] - quantile[step - 1]);
        return truth[step - 1] + part * (truth[step] - truth[step - 1]);
      }
    }
    return truth[STEPS];
  }
}
