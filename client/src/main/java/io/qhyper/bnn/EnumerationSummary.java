package io.qhyper.bnn;

import io.qhyper.shots.BitString;
import java.util.List;

/**
 * The facts about all losses of a problem.
 *
 * @param bits number of bits N
 * @param count number of networks, 2^N
 * @param minimum the lowest loss
 * @param best the network of lowest index among those that reach the minimum
 * @param ties number of networks that reach the minimum, within 1e-12 of it, {@code best} included
 * @param median the median loss
 * @param nearMinimum number of networks whose loss is at most 1 % above the minimum
 * @param firstLoss the loss of the network of all bits 0
 * @param quantiles how the losses are distributed
 */
public record EnumerationSummary(
    int bits,
    long count,
    double minimum,
    BitString best,
    long ties,
    double median,
    long nearMinimum,
    double firstLoss,
    List<Quantile> quantiles) {

  /**
   * A quantile of the losses.
   *
   * @param share the part of all networks whose loss is at most {@code loss}, in (0, 1]
   */
  public record Quantile(double share, double loss) {}

  private static final double NEAR = 0.01;

  /** The highest loss that counts as near a minimum: 1 % above it. */
  public static double nearLimit(double minimum) {
    return minimum * (1 + NEAR);
  }
}
