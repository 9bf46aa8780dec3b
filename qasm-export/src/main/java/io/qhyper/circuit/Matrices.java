package io.qhyper.circuit;

/** The matrices of the standard gates, each as its definition reads. */
final class Matrices {
  private static final double R = Math.sqrt(0.5);

  private Matrices() {}

  static Unitary real(double... entries) {
    return new Unitary((int) Math.sqrt(entries.length), entries, new double[entries.length]);
  }

  /** A matrix from real and imaginary parts that alternate. */
  static Unitary complex(double... entries) {
    double[] re = new double[entries.length / 2];
    double[] im = new double[re.length];
    for (int i = 0; i < re.length; i++) {
      re[i] = entries[2 * i];
      im[i] = entries[2 * i + 1];
    }
    return new Unitary((int) Math.sqrt(re.length), re, im);
  }

  /** The diagonal matrix of e^(i·phase). */
  static Unitary phases(double... phases) {
    int n = phases.length;
    Unitary matrix = new Unitary(n, new double[n * n], new double[n * n]);
    for (int i = 0; i < n; i++) {
      matrix.re()[i * (n + 1)] = Math.cos(phases[i]);
      matrix.im()[i * (n + 1)] = Math.sin(phases[i]);
    }
    return matrix;
  }

  static Unitary hadamard() {
    return real(R, R, R, -R);
  }

  static Unitary sx() {
    return complex(.5, .5, .5, -.5, .5, -.5, .5, .5);
  }

  static Unitary sxdg() {
    return complex(.5, -.5, .5, .5, .5, .5, .5, -.5);
  }

  static Unitary rx(double theta) {
    double c = Math.cos(theta / 2);
    double s = Math.sin(theta / 2);
    return complex(c, 0, 0, -s, 0, -s, c, 0);
  }

  static Unitary ry(double theta) {
    double c = Math.cos(theta / 2);
    double s = Math.sin(theta / 2);
    return real(c, -s, s, c);
  }

  /** e^(i·phase) · [[cos θ/2, −e^(iλ) sin θ/2], [e^(iφ) sin θ/2, e^(i(φ+λ)) cos θ/2]]. */
  static Unitary euler(double theta, double phi, double lambda, double phase) {
    double c = Math.cos(theta / 2);
    double s = Math.sin(theta / 2);
    return complex(
        c * Math.cos(phase), c * Math.sin(phase),
        -s * Math.cos(phase + lambda), -s * Math.sin(phase + lambda),
        s * Math.cos(phase + phi), s * Math.sin(phase + phi),
        c * Math.cos(phase + phi + lambda), c * Math.sin(phase + phi + lambda));
  }

  static Unitary swap() {
    return real(1, 0, 0, 0, 0, 0, 1, 0, 0, 1, 0, 0, 0, 0, 0, 1);
  }

  /** (X₀ − Y₀X₁)/√2 with the first qubit as 0: IBM's echoed cross-resonance; its own inverse. */
  static Unitary ecr() {
    return complex(
        0, 0, R, 0, 0, 0, 0, R, R, 0, 0, 0, 0, -R, 0, 0, 0, 0, 0, R, 0, 0, R, 0, 0, -R, 0, 0, R, 0,
        0, 0);
  }

  static Unitary rxx(double theta) {
    double c = Math.cos(theta / 2);
    double s = Math.sin(theta / 2);
    return complex(
        c, 0, 0, 0, 0, 0, 0, -s, 0, 0, c, 0, 0, -s, 0, 0, 0, 0, 0, -s, c, 0, 0, 0, 0, -s, 0, 0, 0,
        0, c, 0);
  }
}
