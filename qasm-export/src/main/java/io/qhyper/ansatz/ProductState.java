package io.qhyper.ansatz;

import io.qhyper.circuit.Circuit;
import io.qhyper.circuit.GateName;

/**
 * One RY on every qubit and no entanglement: the paper's "L = 0", a baseline.
 *
 * <pre>
 * q0 ──RY(θ0)──M
 * q1 ──RY(θ1)──M
 * q2 ──RY(θ2)──M
 * </pre>
 *
 * <p>The flat vector holds N angles, by qubit.
 *
 * @param qubits number of qubits N
 */
public record ProductState(int qubits) implements Ansatz {
  public ProductState {
    Sizes.check(qubits, 0, 0);
  }

  @Override
  public String name() {
    return "product";
  }

  @Override
  public int layers() {
    return 0;
  }

  @Override
  public int parameterCount() {
    return qubits;
  }

  @Override
  public Circuit circuit() {
    RotationLayers rotations = new RotationLayers(this);
    rotations.rotate(GateName.RY, 0);
    return rotations.measured();
  }
}
