package io.qhyper.sim;

import io.qhyper.circuit.GateName;
import io.qhyper.circuit.Unitary;

/**
 * How gates change with their angles.
 *
 * <p>Every entry of every standard gate is a combination of e^(ikθ/2), k = −2 … 2, in each of its
 * angles θ. The derivative of such a function is exactly a combination of four shifted values: with
 * x = θ/2 and R = 2, f′(x) = Σ_{μ=1}^{2R} (−1)^(μ−1) / (4R·sin²(x_μ/2)) · f(x + x_μ), x_μ =
 * (2μ−1)π/(2R) (Wierichs, Izaac, Wang, Lin, General parameter-shift rules for quantum gradients,
 * arXiv 2107.12390, section 3.2). So one rule serves all gates.
 */
final class Generators {
  private static final int SHIFTS = 4;

  private Generators() {}

  /**
   * K = (dU/dθ)·U† for one angle of a gate, on its targets where all controls are 1;
   * anti-Hermitian.
   *
   * @param angles the gate's angles
   * @param which the one to differentiate by
   */
  static Unitary of(GateName gate, double[] angles, int which) {
    Unitary u = gate.targetMatrix(angles);
    int n = u.dimension();
    double[] re = new double[n * n];
    double[] im = new double[n * n];
    double[] shifted = angles.clone();
    for (int mu = 1; mu <= SHIFTS; mu++) {
      double shift = (2 * mu - 1) * Math.PI / SHIFTS; // of θ/2
      double sine = Math.sin(shift / 2);
      double factor = (mu % 2 == 1 ? 1 : -1) / (2 * SHIFTS * sine * sine) / 2;
      shifted[which] = angles[which] + 2 * shift;
      addProduct(gate.targetMatrix(shifted), u, factor, re, im);
    }
    return new Unitary(n, re, im);
  }

  /** Adds factor·a·b† to {@code re + i·im}. */
  private static void addProduct(Unitary a, Unitary b, double factor, double[] re, double[] im) {
    int n = a.dimension();
    for (int entry = 0; entry < n * n; entry++) {
      for (int k = 0; k < n; k++) {
        int left = entry / n * n + k;
        int right = entry % n * n + k;
        re[entry] += factor * (a.re()[left] * b.re()[right] + a.im()[left] * b.im()[right]);
        im[entry] += factor * (a.im()[left] * b.re()[right] - a.re()[left] * b.im()[right]);
      }
    }
  }
}
