package io.qhyper.compare;

/**
 * Whether two gradients at the same angles point the same way.
 *
 * @param cosine of the angle between them, from −1 to 1; NaN if one is zero
 * @param standardError of the cosine, to first order in the errors of the components
 * @param chance what the cosine would be on average if both were measured of one true gradient with
 *     these errors; NaN where the errors are as large as a gradient
 */
public record GradientAgreement(double cosine, double standardError, double chance) {

  /**
   * Compares two gradients whose components have independent errors.
   *
   * @param a first gradient
   * @param errorsA standard errors of its components, 0 where exact
   * @throws IllegalArgumentException if the lengths differ
   */
  public static GradientAgreement of(double[] a, double[] errorsA, double[] b, double[] errorsB) {
    if (a.length != b.length || a.length != errorsA.length || b.length != errorsB.length) {
      throw new IllegalArgumentException(
          "gradients of one length are needed, got %d and %d".formatted(a.length, b.length));
    }
    double product = 0;
    for (int i = 0; i < a.length; i++) {
      product += a[i] * b[i];
    }
    double lengthA = Math.sqrt(squares(a));
    double lengthB = Math.sqrt(squares(b));
    double cosine = product / (lengthA * lengthB);
    double variance = 0;
    for (int i = 0; i < a.length; i++) {
      double byA = (b[i] / lengthB - cosine * a[i] / lengthA) / lengthA;
      double byB = (a[i] / lengthA - cosine * b[i] / lengthB) / lengthB;
      variance += square(byA * errorsA[i]) + square(byB * errorsB[i]);
    }
    return new GradientAgreement(
        cosine, Math.sqrt(variance), trueShare(a, errorsA) * trueShare(b, errorsB));
  }

  /** √ of the part of a squared length that is not noise. */
  private static double trueShare(double[] values, double[] errors) {
    return Math.sqrt(1 - squares(errors) / squares(values));
  }

  private static double squares(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += square(value);
    }
    return sum;
  }

  private static double square(double x) {
    return x * x;
  }
}
