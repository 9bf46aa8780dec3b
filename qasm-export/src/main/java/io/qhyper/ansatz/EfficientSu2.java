package io.qhyper.ansatz;

import io.qhyper.circuit.Circuit;
import io.qhyper.circuit.GateName;

/**
 * RY and RZ on every qubit, then L times an entangling layer of CX and RY and RZ on every qubit.
 *
 * <p>One layer with circular entanglement on three qubits:
 *
 * <pre>
 * q0 ──RY(θ0)──RZ(θ3)──X───■───────RY(θ6)──RZ(θ9)───M
 * q1 ──RY(θ1)──RZ(θ4)──│───X───■───RY(θ7)──RZ(θ10)──M
 * q2 ──RY(θ2)──RZ(θ5)──■───────X───RY(θ8)──RZ(θ11)──M
 * </pre>
 *
 * <p>The flat vector holds 2·N·(L+1) angles: for each rotation layer the RY by qubit, then the RZ
 * by qubit.
 *
 * @param qubits number of qubits N
 * @param layers number of entangling layers L; 0 gives product states
 * @param entanglement which qubits an entangling layer couples
 */
public record EfficientSu2(int qubits, int layers, Entanglement entanglement) implements Ansatz {
  public EfficientSu2 {
    Sizes.check(qubits, layers, 0);
  }

  @Override
  public String name() {
    return "efficient-su2";
  }

  @Override
  public int parameterCount() {
    return 2 * qubits * (layers + 1);
  }

  @Override
  public Circuit circuit() {
    RotationLayers rotations = new RotationLayers(this);
    for (int layer = 0; layer <= layers; layer++) {
      if (layer > 0) {
        entanglement.append(rotations.circuit(), qubits);
      }
      rotations.rotate(GateName.RY, 2 * layer * qubits);
      rotations.rotate(GateName.RZ, (2 * layer + 1) * qubits);
    }
    return rotations.measured();
  }
}
