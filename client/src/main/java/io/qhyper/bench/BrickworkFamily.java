package io.qhyper.bench;

import io.qhyper.ansatz.Brickwork;
import io.qhyper.hybrid.TrainingProgram;

/** The paper's ansatz. */
final class BrickworkFamily implements CircuitFamily {
  @Override
  public CircuitCase live(int qubits, int layers) {
    TrainingProgram program = TrainingProgram.of(new Brickwork(qubits, layers));
    LightCone cone = cone(qubits, layers);
    return new CircuitCase(
        program.circuit(),
        program.row(cone.theta()),
        () -> program.shiftedRows(cone.theta()),
        cone);
  }

  @Override
  public CircuitCase whole(int qubits, int layers) {
    LightCone cone = cone(qubits, layers);
    return CircuitCase.of(new Brickwork(qubits, layers).circuit(), cone.theta(), cone);
  }

  /** The circuit at random angles. */
  static LightCone cone(int qubits, int layers) {
    int parameters = new Brickwork(qubits, layers).parameterCount();
    return new LightCone(qubits, layers, CircuitCase.angles(CircuitCase.random(), parameters));
  }
}
