package io.qhyper.report;

import io.qhyper.extrapolation.Extrapolation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How a loss was extrapolated to no noise.
 *
 * @param scales what was measured, the lowest scale first
 * @param fits what follows; the first one is the result
 */
public record ExtrapolationReport(List<Scale> scales, List<Fit> fits) {
  /**
   * One circuit.
   *
   * @param scale entangling gates by those of the circuit as it is
   * @param entanglingGates their number
   */
  public record Scale(
      double scale, long entanglingGates, double loss, double standardError, long shots) {}

  /** One fit's value at scale 0. */
  public record Fit(String fit, double loss, double standardError) {}

  public ExtrapolationReport {
    scales = List.copyOf(scales);
    fits = List.copyOf(fits);
  }

  /** The report on fits. */
  public static ExtrapolationReport of(List<Scale> scales, List<Extrapolation> fits) {
    return new ExtrapolationReport(
        scales,
        fits.stream().map(f -> new Fit(f.fit().toString(), f.value(), f.standardError())).toList());
  }

  /** The report for people. */
  public List<NoiseReport.Row> lines() {
    List<NoiseReport.Row> lines = new ArrayList<>();
    for (Scale s : scales) {
      lines.add(
          new NoiseReport.Row(
              "noise x " + text(s.scale()),
              String.format(
                  Locale.ROOT,
                  "E = %.9f ± %.6f (%,d shots, %,d entangling gates)",
                  s.loss(),
                  s.standardError(),
                  s.shots(),
                  s.entanglingGates())));
    }
    for (Fit f : fits) {
      lines.add(
          new NoiseReport.Row(
              f.fit(),
              String.format(
                  Locale.ROOT, "E = %.9f ± %.6f at no noise", f.loss(), f.standardError())));
    }
    return lines;
  }

  private static String text(double scale) {
    return scale == Math.rint(scale)
        ? String.format(Locale.ROOT, "%.0f", scale)
        : String.format(Locale.ROOT, "%.3f", scale);
  }
}
