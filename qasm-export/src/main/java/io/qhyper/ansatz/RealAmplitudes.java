package io.qhyper.ansatz;

import io.qhyper.circuit.Circuit;
import io.qhyper.circuit.GateName;

/**
 * RY on every qubit, then L times an entangling layer of CX and RY on every qubit: all amplitudes
 * stay real.
 *
 * <p>One layer with linear entanglement on three qubits:
 *
 * <pre>
 * q0 ──RY(θ0)──■───────RY(θ3)──M
 * q1 ──RY(θ1)──X───■───RY(θ4)──M
 * q2 ──RY(θ2)──────X───RY(θ5)──M
 * </pre>
 *
 * <p>The flat vector holds N·(L+1) angles, by rotation layer and then qubit.
 *
 * @param qubits number of qubits N
 * @param layers number of entangling layers L; 0 gives the product state
 * @param entanglement which qubits an entangling layer couples
 */
public record RealAmplitudes(int qubits, int layers, Entanglement entanglement) implements Ansatz {
  public RealAmplitudes {
    Sizes.check(qubits, layers, 0);
  }

  @Override
  public String name() {
    return "real-amplitudes";
  }

  @Override
  public int parameterCount() {
    return qubits * (layers + 1);
  }

  @Override
  public Circuit circuit() {
    RotationLayers rotations = new RotationLayers(this);
    rotations.rotate(GateName.RY, 0);
    for (int layer = 1; layer <= layers; layer++) {
      entanglement.append(rotations.circuit(), qubits);
      rotations.rotate(GateName.RY, layer * qubits);
    }
    return rotations.measured();
  }
}
