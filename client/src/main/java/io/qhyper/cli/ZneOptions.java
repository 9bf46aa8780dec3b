package io.qhyper.cli;

import io.qhyper.compile.GateFolding;
import io.qhyper.extrapolation.ZeroNoiseFit;
import java.util.List;
import picocli.CommandLine.Option;

/** Whether a loss is extrapolated to no noise, and how. Add as a {@code @Mixin}. */
final class ZneOptions {
  @Option(
      names = "--zne",
      paramLabel = "SCALE",
      split = ",",
      description =
          "Zero-noise extrapolation: also run circuits whose entangling gates are folded to SCALE"
              + " times as many, such as 1,3,5, and extrapolate the loss to none. Odd scales are"
              + " met exactly.")
  private List<Double> scales;

  @Option(
      names = "--zne-fit",
      paramLabel = "NAME",
      split = ",",
      description =
          "linear (default), richardson or exponential; several, joined by commas, are all listed"
              + " and the first one is the result.")
  private List<ZeroNoiseFit> fits;

  /** Whether the loss is extrapolated. */
  boolean isWanted() {
    return scales != null;
  }

  /**
   * Refuses what cannot be done, before anything is run.
   *
   * @param shots as the user gave them
   * @throws IllegalArgumentException if an option is wrong or misses another
   */
  void check(Integer shots) {
    if (scales == null) {
      if (fits != null) {
        throw new IllegalArgumentException("--zne-fit needs --zne 1,3,5 or other scales");
      }
      return;
    }
    if (shots == null || shots < 2) {
      throw new IllegalArgumentException(
          "--zne extrapolates measured losses with errors: add --shots N with N of 2 or more");
    }
    double before = 0;
    for (double scale : scales) {
      if (!(scale >= 1 && scale <= GateFolding.MOST && scale > before)) {
        throw new IllegalArgumentException(
            "--zne must be rising scales from 1 to %.0f, such as 1,3,5, got %s"
                .formatted(GateFolding.MOST, scales));
      }
      before = scale;
    }
    for (ZeroNoiseFit fit : fits()) {
      if (scales.size() < fit.fewest()) {
        throw new IllegalArgumentException(
            "--zne-fit %s needs at least %d scales, got --zne %s"
                .formatted(fit, fit.fewest(), scales));
      }
    }
  }

  List<Double> scales() {
    return scales;
  }

  List<ZeroNoiseFit> fits() {
    return fits == null ? List.of(ZeroNoiseFit.LINEAR) : fits;
  }
}
