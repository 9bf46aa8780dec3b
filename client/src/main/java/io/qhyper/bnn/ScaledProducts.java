package io.qhyper.bnn;

import java.util.Arrays;

/** Running products of factors ≥ 1 whose exponents are taken out before they overflow. */
final class ScaledProducts {
  /** How many binary digits a product may grow between two calls of {@link #rescale}. */
  static final double ROOM = 1000;

  private static final double LN_2 = Math.log(2);
  private static final long MANTISSA = (1L << 52) - 1;
  private static final long ONE = Double.doubleToRawLongBits(1);

  /** The products without their exponents; multiply into these. */
  final double[] values;

  private final int[] exponents;

  ScaledProducts(int size) {
    values = new double[size];
    exponents = new int[size];
    reset();
  }

  private void reset() {
    Arrays.fill(values, 1);
    Arrays.fill(exponents, 0);
  }

  /** Moves the exponents out of {@link #values}, which end up in [1, 2). */
  void rescale() {
    for (int i = 0; i < values.length; i++) {
      long bits = Double.doubleToRawLongBits(values[i]);
      exponents[i] += (int) (bits >>> 52) - Double.MAX_EXPONENT;
      values[i] = Double.longBitsToDouble((bits & MANTISSA) | ONE);
    }
  }

  /** Adds {@code weight}·ln(product) to {@code sums} from {@code from} on, and starts anew. */
  void drain(double weight, double[] sums, int from) {
    for (int i = 0; i < values.length; i++) {
      sums[from + i] += weight * (exponents[i] * LN_2 + Math.log(values[i]));
    }
    reset();
  }
}
