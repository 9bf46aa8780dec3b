package io.qhyper.ansatz;

import io.qhyper.circuit.Circuit;
import io.qhyper.circuit.GateName;

/**
 * The paper's ansatz: layers of CX on alternate neighbours, RY and RZ on every qubit.
 *
 * <p>Two layers on four qubits:
 *
 * <pre>
 *            layer 1 (d = 1)          layer 2 (d = 2)
 * q0 ────────────RY(θ0)──RZ(θ8)──■───RY(θ4)──RZ(θ12)──M
 * q1 ──■─────────RY(θ1)──RZ(θ9)──X───RY(θ5)──RZ(θ13)──M
 * q2 ──X─────────RY(θ2)──RZ(θ10)─■───RY(θ6)──RZ(θ14)──M
 * q3 ────────────RY(θ3)──RZ(θ11)─X───RY(θ7)──RZ(θ15)──M
 * </pre>
 *
 * <p>Layer d = 1 … L: CX(j → j+1) for j = d mod 2, d mod 2 + 2, … while j ≤ N−2; then RY; then RZ.
 * The flat vector of 2·N·L angles is RY of layer 1 (qubit 0 … N−1), …, RY of layer L, RZ of layer
 * 1, …, RZ of layer L (reference, section 3; Carrasquilla et al., arXiv 2301.08292).
 *
 * @param qubits number of qubits N
 * @param layers number of layers L, at least 1
 */
public record Brickwork(int qubits, int layers) implements Ansatz {
  public Brickwork {
    Sizes.check(qubits, layers, 1);
  }

  @Override
  public String name() {
    return "brickwork";
  }

  @Override
  public int parameterCount() {
    return 2 * qubits * layers;
  }

  @Override
  public Circuit circuit() {
    RotationLayers rotations = new RotationLayers(this);
    for (int d = 1; d <= layers; d++) {
      for (int j = d % 2; j <= qubits - 2; j += 2) {
        rotations.circuit().gate(GateName.CX, j, j + 1);
      }
      rotations.rotate(GateName.RY, (d - 1) * qubits);
      rotations.rotate(GateName.RZ, (layers + d - 1) * qubits);
    }
    return rotations.measured();
  }
}
