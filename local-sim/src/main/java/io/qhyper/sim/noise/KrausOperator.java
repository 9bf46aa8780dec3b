package io.qhyper.sim.noise;

/**
 * One operator of a channel: a dense complex matrix, row by row.
 *
 * <p>The channel's first qubit is the least significant bit of row and column.
 *
 * @param dimension number of rows: 2 or 4
 * @param re real parts, owned by this record; not to be changed
 * @param im imaginary parts, likewise
 */
@SuppressWarnings("ArrayRecordComponent") // small hot data, never compared
public record KrausOperator(int dimension, double[] re, double[] im) {
  public KrausOperator {
    if (dimension != 2 && dimension != 4) {
      throw new IllegalArgumentException("a Kraus operator has dimension 2 or 4, got " + dimension);
    }
    if (re.length != dimension * dimension || im.length != re.length) {
      throw new IllegalArgumentException(
          "a Kraus operator of dimension "
              + dimension
              + " has "
              + dimension * dimension
              + " entries, got "
              + re.length
              + " and "
              + im.length);
    }
    for (int i = 0; i < re.length; i++) {
      if (!Double.isFinite(re[i]) || !Double.isFinite(im[i])) {
        throw new IllegalArgumentException(
            "entries of a Kraus operator must be finite, got " + re[i] + " + " + im[i] + "i");
      }
    }
  }

  /** The operator with real entries. */
  static KrausOperator real(double... entries) {
    return new KrausOperator(
        (int) Math.round(Math.sqrt(entries.length)), entries, new double[entries.length]);
  }

  /** The identity times a real factor. */
  static KrausOperator identity(int dimension, double factor) {
    double[] re = new double[dimension * dimension];
    for (int i = 0; i < dimension; i++) {
      re[i * (dimension + 1)] = factor;
    }
    return new KrausOperator(dimension, re, new double[re.length]);
  }

  /** This operator times a real factor. */
  KrausOperator times(double factor) {
    double[] scaledRe = new double[re.length];
    double[] scaledIm = new double[re.length];
    for (int i = 0; i < re.length; i++) {
      scaledRe[i] = factor * re[i];
      scaledIm[i] = factor * im[i];
    }
    return new KrausOperator(dimension, scaledRe, scaledIm);
  }

  /** The product this·other. */
  KrausOperator times(KrausOperator other) {
    int n = dimension;
    double[] outRe = new double[n * n];
    double[] outIm = new double[n * n];
    for (int i = 0; i < n * n; i++) {
      for (int k = 0; k < n; k++) {
        int a = i / n * n + k;
        int b = k * n + i % n;
        outRe[i] += re[a] * other.re[b] - im[a] * other.im[b];
        outIm[i] += re[a] * other.im[b] + im[a] * other.re[b];
      }
    }
    return new KrausOperator(n, outRe, outIm);
  }

  /** K†K, whose mean is the probability that this operator acts. */
  public KrausOperator squared() {
    int n = dimension;
    double[] adjointRe = new double[n * n];
    double[] adjointIm = new double[n * n];
    for (int i = 0; i < n * n; i++) {
      adjointRe[i] = re[i % n * n + i / n];
      adjointIm[i] = -im[i % n * n + i / n];
    }
    return new KrausOperator(n, adjointRe, adjointIm).times(this);
  }
}
