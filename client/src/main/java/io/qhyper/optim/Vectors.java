package io.qhyper.optim;

/** Dense vector arithmetic in index order, so that equal input gives equal bits. */
final class Vectors {

  private Vectors() {}

  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /** The largest absolute entry; 0 of an empty vector. */
  static double infinityNorm(double[] a) {
    double largest = 0;
    for (double entry : a) {
      largest = Math.max(largest, Math.abs(entry));
    }
    return largest;
  }

  /** A new vector a + factor · b. */
  static double[] plusScaled(double[] a, double factor, double[] b) {
    final double[] sum = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      sum[i] = a[i] + factor * b[i];
    }
    return sum;
  }

  /** A new vector factor · a. */
  static double[] scaled(double factor, double[] a) {
    final double[] product = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      product[i] = factor * a[i];
    }
    return product;
  }
}
