package io.qhyper.sim.line;

import java.util.Arrays;

/**
 * The vectors of one half: re[a], im[a] are term a, 2^m amplitudes.
 *
 * <p>Mutable, for one thread at a time.
 */
@SuppressWarnings("ArrayRecordComponent") // hot data, never compared
record Family(double[][] re, double[][] im) {
  static Family zero(int terms, int size) {
    return new Family(new double[terms][size], new double[terms][size]);
  }

  int terms() {
    return re.length;
  }

  int size() {
    return re[0].length;
  }

  /** The first terms, in the same arrays. */
  Family first(int terms) {
    return new Family(Arrays.copyOf(re, terms), Arrays.copyOf(im, terms));
  }

  Family copy() {
    double[][] copyRe = new double[terms()][];
    double[][] copyIm = new double[terms()][];
    for (int a = 0; a < terms(); a++) {
      copyRe[a] = re[a].clone();
      copyIm[a] = im[a].clone();
    }
    return new Family(copyRe, copyIm);
  }
}
