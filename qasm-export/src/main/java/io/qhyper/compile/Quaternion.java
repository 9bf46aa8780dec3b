package io.qhyper.compile;

import io.qhyper.circuit.Unitary;

/**
 * A one-qubit gate up to its phase: w − i(xX + yY + zZ) with w² + x² + y² + z² = 1.
 *
 * <p>As Euler angles it is RZ(φ)·RY(θ)·RZ(λ) with w = cos θ/2 · cos s, z = cos θ/2 · sin s, y = sin
 * θ/2 · cos d, x = −sin θ/2 · sin d, where s = (φ+λ)/2 and d = (φ−λ)/2.
 */
record Quaternion(double w, double x, double y, double z) {
  static final Quaternion IDENTITY = new Quaternion(1, 0, 0, 0);

  /** Rotations this close to a special one are taken for it. */
  static final double TOLERANCE = 1e-12;

  static Quaternion rz(double angle) {
    return new Quaternion(Math.cos(angle / 2), 0, 0, Math.sin(angle / 2));
  }

  /** A 2×2 unitary, its phase divided out. */
  static Quaternion of(Unitary u) {
    double detRe =
        u.re()[0] * u.re()[3]
            - u.im()[0] * u.im()[3]
            - u.re()[1] * u.re()[2]
            + u.im()[1] * u.im()[2];
    double detIm =
        u.re()[0] * u.im()[3]
            + u.im()[0] * u.re()[3]
            - u.re()[1] * u.im()[2]
            - u.im()[1] * u.re()[2];
    double half = Math.atan2(detIm, detRe) / 2;
    double c = Math.cos(half);
    double s = Math.sin(half);
    // First column without the phase: (w − iz, y − ix).
    return new Quaternion(
        u.re()[0] * c + u.im()[0] * s,
        u.re()[2] * s - u.im()[2] * c,
        u.re()[2] * c + u.im()[2] * s,
        u.re()[0] * s - u.im()[0] * c);
  }

  /** This gate first, the other one after it. */
  Quaternion then(Quaternion o) {
    return new Quaternion(
        o.w * w - o.x * x - o.y * y - o.z * z,
        o.w * x + o.x * w + o.y * z - o.z * y,
        o.w * y - o.x * z + o.y * w + o.z * x,
        o.w * z + o.x * y - o.y * x + o.z * w);
  }

  /** Whether it is an RZ. */
  boolean isDiagonal() {
    return Math.hypot(x, y) < TOLERANCE;
  }

  /** θ in [0, π]. */
  double theta() {
    return 2 * Math.atan2(Math.hypot(x, y), Math.hypot(w, z));
  }

  /** The angle of the RZ that comes last; all of it where the RY is trivial. */
  double phi() {
    return isDiagonal() ? 2 * sum() : isFlip() ? 2 * difference() : sum() + difference();
  }

  /** The angle of the RZ that comes first. */
  double lambda() {
    return isDiagonal() || isFlip() ? 0 : sum() - difference();
  }

  private boolean isFlip() {
    return Math.hypot(w, z) < TOLERANCE;
  }

  private double sum() {
    return Math.atan2(z, w);
  }

  private double difference() {
    return Math.atan2(-x, y);
  }
}
