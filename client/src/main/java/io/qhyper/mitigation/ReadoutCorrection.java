package io.qhyper.mitigation;

import io.qhyper.shots.Counts;

/**
 * Corrects histograms for readout errors as M3 does (Nation et al., PRX Quantum 2, 040326): the
 * confusion matrix is restricted to the observed strings, so the cost depends on how many distinct
 * strings there are, not on the width: about 20 times their number squared.
 *
 * <p>What was never observed gets no weight. So the correction is exact in the limit of many shots,
 * and weak where the shots are too few to see the same or neighbouring strings twice.
 *
 * @param model what the calibration measured
 * @param distance strings that differ in more bits are taken as never confused; at least 1
 */
public record ReadoutCorrection(ReadoutModel model, int distance) {
  public ReadoutCorrection {
    if (distance < 1) {
      throw new IllegalArgumentException(
          "the distance of confused strings must be at least 1, got " + distance);
    }
  }

  /** A correction that takes all pairs of observed strings into account. */
  public static ReadoutCorrection of(ReadoutModel model) {
    return new ReadoutCorrection(model, model.width());
  }

  /**
   * The histogram, corrected.
   *
   * @throws IllegalArgumentException if its width is not that of the model, or the matrix between
   *     its strings cannot be inverted
   */
  public CorrectedCounts correct(Counts counts) {
    if (counts.width() != model.width()) {
      throw new IllegalArgumentException(
          "the calibration is for %d bits, the counts have %d"
              .formatted(model.width(), counts.width()));
    }
    return new CorrectedCounts(counts, new RestrictedMatrix(model, counts, distance));
  }
}
