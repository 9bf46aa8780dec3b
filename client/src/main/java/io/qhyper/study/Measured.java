package io.qhyper.study;

/**
 * One number that a cell measured.
 *
 * @param quantity its name in the table
 * @param value finite
 * @param standardError of it; null where there is none
 * @param totalShots shots spent for it; null for an exact value
 * @param qpuSeconds estimate of the time that they take on a quantum computer (reference, section
 *     6.3); null for an exact value
 */
record Measured(
    String quantity, double value, Double standardError, Long totalShots, Double qpuSeconds) {
  Measured {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(quantity + " must be finite, got " + value);
    }
    standardError = standardError != null && Double.isFinite(standardError) ? standardError : null;
  }

  /** A number without error and shots. */
  static Measured exact(String quantity, double value) {
    return new Measured(quantity, value, null, null, null);
  }
}
