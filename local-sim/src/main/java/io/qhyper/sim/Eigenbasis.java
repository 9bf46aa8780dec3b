package io.qhyper.sim;

/**
 * A unitary 2×2 matrix as V·diag(e^(iα), e^(iβ))·V†.
 *
 * @param alpha phase of the first eigenvalue
 * @param beta phase of the second
 * @param fromBasis V: real parts row by row, then imaginary parts
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Eigenbasis(double alpha, double beta, double[] fromBasis) {

  /** Of a matrix given by real parts row by row, then imaginary parts. */
  static Eigenbasis of(double[] u) {
    if (u[1] == 0 && u[2] == 0 && u[5] == 0 && u[6] == 0) {
      return new Eigenbasis(
          Math.atan2(u[4], u[0]), Math.atan2(u[7], u[3]), new double[] {1, 0, 0, 1, 0, 0, 0, 0});
    }
    // U = e^(iδ)·(cos(γ) − i·sin(γ)·n·σ): the eigenvectors are those of n·σ.
    double delta = phase(u);
    double c = Math.cos(delta);
    double s = Math.sin(delta);
    double[] re = new double[4];
    double[] im = new double[4];
    for (int k = 0; k < 4; k++) {
      re[k] = u[k] * c + u[k + 4] * s;
      im[k] = u[k + 4] * c - u[k] * s;
    }
    double x = -(im[1] + im[2]) / 2;
    double y = (re[2] - re[1]) / 2;
    double z = (im[3] - im[0]) / 2;
    double sine = Math.sqrt(x * x + y * y + z * z);
    double gamma = Math.atan2(sine, (re[0] + re[3]) / 2);
    double polar = Math.atan2(Math.hypot(x, y), z);
    double azimuth = Math.atan2(y, x);
    double cosine = Math.cos(polar / 2);
    double half = Math.sin(polar / 2);
    double a = half * Math.cos(azimuth);
    double b = half * Math.sin(azimuth);
    // Columns (cos, e^(iφ)·sin) for n·σ = 1 and (−e^(−iφ)·sin, cos) for −1.
    double[] v = {cosine, -a, a, cosine, 0, b, b, 0};
    return new Eigenbasis(delta - gamma, delta + gamma, v);
  }

  /** Half the phase of the determinant. */
  private static double phase(double[] u) {
    double re = u[0] * u[3] - u[4] * u[7] - (u[1] * u[2] - u[5] * u[6]);
    double im = u[0] * u[7] + u[4] * u[3] - (u[1] * u[6] + u[5] * u[2]);
    return Math.atan2(im, re) / 2;
  }

  /** V†. */
  double[] toBasis() {
    double[] v = fromBasis;
    return new double[] {v[0], v[2], v[1], v[3], -v[4], -v[6], -v[5], -v[7]};
  }
}
