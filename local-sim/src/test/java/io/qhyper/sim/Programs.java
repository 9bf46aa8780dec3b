package io.qhyper.sim;

import io.qhyper.circuit.Circuit;
import io.qhyper.qasm.Qasm3Writer;
import io.qhyper.shots.Counts;
import java.util.HashMap;
import java.util.Map;

/** Takes test circuits to the simulator and its counts back. */
final class Programs {
  private Programs() {}

  /** The program of a circuit on the reference engine, by way of its OpenQASM 3 text. */
  static SimulatedProgram of(Circuit circuit) {
    return on(EngineName.REFERENCE, circuit);
  }

  /** The program of a circuit on an engine, by way of its OpenQASM 3 text. */
  static SimulatedProgram on(EngineName engine, Circuit circuit) {
    return SimulatedProgram.parse(
        Qasm3Writer.write(circuit), SimulationOptions.DEFAULT.withEngine(engine));
  }

  /** Counts by the register's value, bit 0 least significant. */
  static Map<Long, Long> values(Counts counts) {
    Map<Long, Long> values = new HashMap<>();
    counts.toMap().forEach((bits, count) -> values.put(bits.index(), count));
    return values;
  }
}
