package io.qhyper.optim;

import java.util.Arrays;

/**
 * A gradient estimated by SPSA; compares by content.
 *
 * @param values ĝ, one entry per parameter; copied in and out
 * @param standardErrors for each entry the error that comes from the losses' own errors. It does
 *     not contain the larger scatter from the choice of directions, which vanishes only in the mean
 *     over many of them. Copied in and out
 */
@SuppressWarnings("ArrayRecordComponent") // copied in and out, compared by content
public record SpsaGradient(double[] values, double[] standardErrors) {

  /**
   * Checks and copies.
   *
   * @throws IllegalArgumentException if lengths differ or a number is not finite
   */
  public SpsaGradient {
    values = Checks.finite("values", values).clone();
    standardErrors =
        Checks.finite(
                "standardErrors",
                Checks.sameLength("standardErrors", standardErrors, values.length))
            .clone();
  }

  @Override
  public double[] values() {
    return values.clone();
  }

  @Override
  public double[] standardErrors() {
    return standardErrors.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SpsaGradient that
        && Arrays.equals(values, that.values)
        && Arrays.equals(standardErrors, that.standardErrors);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(values) + Arrays.hashCode(standardErrors);
  }

  @Override
  public String toString() {
    return "SpsaGradient[values=%s, standardErrors=%s]"
        .formatted(Arrays.toString(values), Arrays.toString(standardErrors));
  }
}
