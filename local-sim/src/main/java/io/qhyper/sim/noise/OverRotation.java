package io.qhyper.sim.noise;

import java.util.List;

/**
 * A coherent error: exp(−i·angle·P/2) for a Pauli operator P.
 *
 * @param axis the letters of P, one per qubit in the order of the gate, not all I
 * @param angle in radians, finite
 */
public record OverRotation(String axis, double angle) implements Channel {
  public OverRotation {
    if (Paulis.number(axis) == 0) {
      throw new IllegalArgumentException(
          "the axis of an over-rotation must not be the identity, got '" + axis + "'");
    }
    Values.finite("angle of over-rotation", angle);
  }

  @Override
  public int qubits() {
    return axis.length();
  }

  @Override
  public List<KrausOperator> kraus() {
    KrausOperator pauli = Paulis.matrix(qubits(), Paulis.number(axis));
    double c = Math.cos(angle / 2);
    double s = Math.sin(angle / 2);
    int n = pauli.dimension();
    double[] re = new double[n * n];
    double[] im = new double[n * n];
    for (int i = 0; i < n * n; i++) {
      re[i] = s * pauli.im()[i] + (i % (n + 1) == 0 ? c : 0);
      im[i] = -s * pauli.re()[i];
    }
    return List.of(new KrausOperator(n, re, im));
  }

  @Override
  public boolean isIncoherent() {
    return false;
  }

  @Override
  public OverRotation scaled(double factor) {
    return new OverRotation(axis, angle * Values.notNegative("noise scale", factor));
  }

  @Override
  public boolean isIdentity() {
    return angle == 0;
  }
}
