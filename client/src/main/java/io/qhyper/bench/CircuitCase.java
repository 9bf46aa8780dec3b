package io.qhyper.bench;

import io.qhyper.ansatz.Brickwork;
import io.qhyper.hybrid.TrainingProgram;
import io.qhyper.random.Purpose;
import io.qhyper.random.StreamKey;
import io.qhyper.sim.EngineName;
import io.qhyper.sim.Memory;
import io.qhyper.sim.RegisterDistribution;
import io.qhyper.sim.ShotRequest;
import io.qhyper.sim.SimulatedProgram;
import io.qhyper.sim.SimulationOptions;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * The circuit that is timed: the paper's ansatz as training sends it, at fixed random angles.
 *
 * @param qubits N
 * @param layers L
 * @param theta the flat vector of angles, dead ones included
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record CircuitCase(int qubits, int layers, double[] theta) {
  static final int SHOTS = 1024;
  static final long SEED = 1;

  static CircuitCase of(Setting setting) {
    UniformRandomProvider random = StreamKey.of(SEED, Purpose.INITIAL_PARAMETERS).open();
    double[] theta = new double[new Brickwork(setting.qubits(), setting.layers()).parameterCount()];
    for (int i = 0; i < theta.length; i++) {
      theta[i] = 2 * Math.PI * random.nextDouble();
    }
    return new CircuitCase(setting.qubits(), setting.layers(), theta);
  }

  TrainingProgram program() {
    return TrainingProgram.of(new Brickwork(qubits, layers));
  }

  double[] row() {
    return program().row(theta);
  }

  SimulatedProgram simulated(SimulationOptions options) {
    return SimulatedProgram.parse(program().text(), options);
  }

  RegisterDistribution exact(SimulationOptions options) {
    return simulated(options).exact(TrainingProgram.REGISTER);
  }

  /** The distribution by the plainest engine. */
  RegisterDistribution reference() {
    return exact(SimulationOptions.DEFAULT.withEngine(EngineName.REFERENCE));
  }

  /** The block of shots {@code circuit} of a job at the given input values. */
  static ShotRequest shots(double[] row, int circuit) {
    return request(row, SHOTS, circuit);
  }

  /** One shot of its own. */
  static ShotRequest shot(double[] row, int circuit) {
    return request(row, 1, circuit);
  }

  private static ShotRequest request(double[] row, int shots, int circuit) {
    StreamKey key = StreamKey.of(SEED, Purpose.SAMPLING).withCircuit(circuit);
    return new ShotRequest(row, shots, key, Memory.DISCARD);
  }
}
