package io.qhyper.compare;

import io.qhyper.random.Purpose;
import io.qhyper.random.StreamKey;
import io.qhyper.shots.Counts;
import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.GuideTableDiscreteSampler;
import org.apache.commons.rng.sampling.distribution.SharedStateDiscreteSampler;

/**
 * The scale of a noise model that makes it match a measured sample best.
 *
 * <p>The model is sampled on a grid of scales from 0 to {@value #MOST}. The squared maximum mean
 * discrepancy between sample and model has a parabola fitted to it around its lowest grid point,
 * whose lowest place is the answer. The error is the spread of the answers for redrawn samples,
 * with the model's own shots accounted for.
 *
 * @param scale the best scale, from 0 to {@value #MOST}
 * @param standardError of the scale
 * @param discrepancy squared maximum mean discrepancy at the best grid point; may be a little below
 *     0 where the model matches
 * @param modelShots shots of the model at each scale
 * @param same the test of "the sample comes from the model" at the scale that was found
 */
public record NoiseScaleFit(
    double scale,
    double standardError,
    double discrepancy,
    long modelShots,
    SameDistributionTest same) {
  /** The largest scale looked at. */
  public static final double MOST = 3;

  private static final double STEP = 0.25;
  private static final int NEIGHBOURS = 2;
  private static final int REDRAWN = 200;

  /** A model that can be sampled at any scale. */
  public interface Model {
    /** The shots at a scale; the same for the same scale. */
    Counts at(double scale);
  }

  /**
   * Fits a model to a sample.
   *
   * @throws IllegalArgumentException if sample and model differ in width, or have too few shots
   */
  public static NoiseScaleFit of(Counts sample, Model model, Resampling resampling) {
    int points = (int) Math.round(MOST / STEP) + 1;
    double[][] means = new double[points][];
    double[] own = new double[points];
    long shots = 0;
    for (int point = 0; point < points; point++) {
      Counts simulated = model.at(point * STEP);
      Embedding embedding = new Embedding(simulated);
      means[point] = embedding.means(sample);
      own[point] = embedding.own();
      shots = simulated.shots();
    }
    double[] weights = new double[sample.distinct()];
    Arrays.setAll(weights, i -> (double) sample.count(i) / sample.shots());
    double[] criterion = criterion(means, own, weights);
    double scale = lowest(criterion);
    double least = Arrays.stream(criterion).min().orElseThrow() + new Embedding(sample).own();
    double spread = spread(sample, means, own, weights, resampling);
    double withModel = Math.sqrt(1 + (double) sample.shots() / shots);
    SameDistributionTest same =
        SameDistributionTest.of(
            PairedCounts.of(sample, model.at(scale)), resampling.permutations());
    return new NoiseScaleFit(scale, spread * withModel, least, shots, same);
  }

  /** The discrepancy at each scale but for a constant. */
  private static double[] criterion(double[][] means, double[] own, double[] weights) {
    double[] criterion = new double[own.length];
    for (int point = 0; point < own.length; point++) {
      double cross = 0;
      for (int i = 0; i < weights.length; i++) {
        cross += weights[i] * means[point][i];
      }
      criterion[point] = own[point] - 2 * cross;
    }
    return criterion;
  }

  private static double spread(
      Counts sample, double[][] means, double[] own, double[] weights, Resampling resampling) {
    UniformRandomProvider random =
        StreamKey.of(resampling.seed(), Purpose.BOOTSTRAP)
            .withIteration(resampling.comparison())
            .withCircuit(1) // circuit 0 is that of the intervals
            .open();
    SharedStateDiscreteSampler sampler = GuideTableDiscreteSampler.of(random, weights);
    double[] scales = new double[REDRAWN];
    for (int redrawn = 0; redrawn < REDRAWN; redrawn++) {
      double[] drawn = new double[weights.length];
      for (long shot = 0; shot < sample.shots(); shot++) {
        drawn[sampler.sample()] += 1.0 / sample.shots();
      }
      scales[redrawn] = lowest(criterion(means, own, drawn));
    }
    double mean = Arrays.stream(scales).average().orElseThrow();
    double squares = Arrays.stream(scales).map(s -> (s - mean) * (s - mean)).sum();
    return Math.sqrt(squares / (REDRAWN - 1));
  }

  /** Where the parabola through the lowest point and its neighbours is lowest. */
  private static double lowest(double[] criterion) {
    int best = 0;
    for (int point = 1; point < criterion.length; point++) {
      best = criterion[point] < criterion[best] ? point : best;
    }
    int from = Math.max(0, Math.min(best - NEIGHBOURS, criterion.length - 1 - 2 * NEIGHBOURS));
    double slope = 0; // least squares over five points at −2 … 2, by orthogonal polynomials
    double bend = 0;
    for (int i = -NEIGHBOURS; i <= NEIGHBOURS; i++) {
      double value = criterion[from + NEIGHBOURS + i];
      slope += i * value / 10;
      bend += (i * i - 2) * value / 14;
    }
    double place = bend > 0 ? -slope / (2 * bend) : best - from - NEIGHBOURS;
    double inside = Math.max(-NEIGHBOURS, Math.min(NEIGHBOURS, place));
    return Math.max(0, Math.min(MOST, (from + NEIGHBOURS + inside) * STEP));
  }
}
