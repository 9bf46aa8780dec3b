package io.qhyper.sim;

/** How gates on one qubit turn vectors along X, Y, Z: M·σ_j·M† = Σ_i R[i][j]·σ_i. */
final class Rotor {
  private static final int DIMENSION = 3;

  private Rotor() {}

  /** R row by row, for a unitary matrix given by real parts row by row, then imaginary parts. */
  static double[] of(double[] m) {
    double[] rotor = new double[DIMENSION * DIMENSION];
    // Columns from U·σ·U† with rows (a, b) and (c, d): its 00 entry is z, its 10 entry x + iy.
    double aRe = m[0];
    double bRe = m[1];
    double cRe = m[2];
    double dRe = m[3];
    double aIm = m[4];
    double bIm = m[5];
    double cIm = m[6];
    double dIm = m[7];
    // c·b* and d·a*
    double cbRe = cRe * bRe + cIm * bIm;
    double cbIm = cIm * bRe - cRe * bIm;
    double daRe = dRe * aRe + dIm * aIm;
    double daIm = dIm * aRe - dRe * aIm;
    // X: c·b* + d·a*;  00: 2·Re(a·b*)
    rotor[0] = cbRe + daRe;
    rotor[3] = cbIm + daIm;
    rotor[6] = 2 * (aRe * bRe + aIm * bIm);
    // Y: −i·c·b* + i·d·a*;  00: 2·Im(a·b*)
    rotor[1] = cbIm - daIm;
    rotor[4] = daRe - cbRe;
    rotor[7] = 2 * (aIm * bRe - aRe * bIm);
    // Z: c·a* − d·b*;  00: |a|² − |b|²
    rotor[2] = cRe * aRe + cIm * aIm - (dRe * bRe + dIm * bIm);
    rotor[5] = cIm * aRe - cRe * aIm - (dIm * bRe - dRe * bIm);
    rotor[8] = aRe * aRe + aIm * aIm - (bRe * bRe + bIm * bIm);
    return rotor;
  }

  /** Takes slopes from after a gate to before it: g ← Rᵀ·g. */
  static void undo(double[] rotor, double[] g) {
    double x = rotor[0] * g[0] + rotor[3] * g[1] + rotor[6] * g[2];
    double y = rotor[1] * g[0] + rotor[4] * g[1] + rotor[7] * g[2];
    double z = rotor[2] * g[0] + rotor[5] * g[1] + rotor[8] * g[2];
    g[0] = x;
    g[1] = y;
    g[2] = z;
  }

  /** The same for a rotation about an axis: 0, 1, 2 for X, Y, Z. */
  static void undo(int axis, double angle, double[] g) {
    double c = Math.cos(angle);
    double s = Math.sin(angle);
    int one = (axis + 1) % DIMENSION;
    int two = (axis + 2) % DIMENSION;
    double first = c * g[one] + s * g[two];
    g[two] = c * g[two] - s * g[one];
    g[one] = first;
  }
}
