package io.qhyper.bench;

import io.qhyper.circuit.Circuit;
import io.qhyper.compile.CompiledCircuit;
import io.qhyper.hybrid.TrainingProgram;
import io.qhyper.qasm.Qasm3Writer;
import io.qhyper.random.Purpose;
import io.qhyper.random.StreamKey;
import io.qhyper.shift.ParameterShift;
import io.qhyper.sim.EngineName;
import io.qhyper.sim.Memory;
import io.qhyper.sim.RegisterDistribution;
import io.qhyper.sim.ShotRequest;
import io.qhyper.sim.SimulatedProgram;
import io.qhyper.sim.SimulationOptions;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * A circuit that is timed.
 *
 * @param circuit its only register is {@link TrainingProgram#REGISTER}, a bit for each qubit
 * @param row the values of its inputs
 * @param shifted the rows of one gradient
 * @param marginals what its bits must show
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record CircuitCase(
    Circuit circuit, double[] row, Supplier<double[][]> shifted, Marginals marginals) {
  static final int SHOTS = 1024;
  static final long SEED = 1;

  /** The circuit of a setting in the text that it is timed in. */
  static CircuitCase of(Setting setting) {
    return setting.text().apply(logical(setting));
  }

  /** The circuit of a setting as it was before compiling. */
  static CircuitCase logical(Setting setting) {
    return setting.text().circuit().family().live(setting.qubits(), setting.layers());
  }

  /** The circuit of a setting with gates that matter under noise only. */
  static CircuitCase whole(Setting setting) {
    CircuitFamily family = setting.text().circuit().family();
    return setting.text().apply(family.whole(setting.qubits(), setting.layers()));
  }

  /** A circuit at given values of its parameters. */
  static CircuitCase of(Circuit circuit, double[] theta, Marginals marginals) {
    ParameterShift shift = ParameterShift.of(circuit);
    return new CircuitCase(
        shift.program(), shift.row(theta), () -> shift.shiftedRows(theta), marginals);
  }

  /** The stream that circuits and their angles come from. */
  static UniformRandomProvider random() {
    return StreamKey.of(SEED, Purpose.INITIAL_PARAMETERS).open();
  }

  /** Random angles. */
  static double[] angles(UniformRandomProvider random, int count) {
    double[] angles = new double[count];
    Arrays.setAll(angles, i -> 2 * Math.PI * random.nextDouble());
    return angles;
  }

  /** The same after compiling. */
  CircuitCase compiled(CompiledCircuit compiled) {
    return new CircuitCase(
        compiled.circuit(),
        compiled.liveValues(row),
        () -> Stream.of(shifted.get()).map(compiled::liveValues).toArray(double[][]::new),
        marginals);
  }

  SimulatedProgram simulated(SimulationOptions options) {
    return SimulatedProgram.parse(Qasm3Writer.write(circuit), options);
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
