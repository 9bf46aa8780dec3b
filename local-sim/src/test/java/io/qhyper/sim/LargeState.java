package io.qhyper.sim;

import io.qhyper.circuit.Angle;
import io.qhyper.circuit.Circuit;
import io.qhyper.circuit.CircuitBuilder;
import io.qhyper.circuit.GateName;
import io.qhyper.circuit.Parameter;
import io.qhyper.random.Purpose;
import io.qhyper.random.StreamKey;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A process that holds one large state: see {@link StateMemoryTest}. */
final class LargeState {
  static final int QUBITS = 23;

  private LargeState() {}

  /** Takes "shots" or "probabilities"; prints what all shots, or probabilities, add up to. */
  public static void main(String[] arguments) {
    SimulatedProgram program =
        SimulatedProgram.of(
            circuit(), SimulationOptions.DEFAULT.withEngine(EngineName.STATEVECTOR));
    double[] row = {0.4};
    System.out.println(
        switch (arguments[0]) {
          case "shots" -> shots(program, row);
          case "probabilities" ->
              Math.round(Arrays.stream(program.exact("c").probabilities(row)).sum());
          default -> throw new IllegalArgumentException(arguments[0]);
        });
  }

  /** Number of shots whose bits 0 and 22, which are always equal, are equal. */
  private static long shots(SimulatedProgram program, double[] row) {
    ShotRequest request =
        new ShotRequest(row, 1024, StreamKey.of(1, Purpose.SAMPLING), Memory.DISCARD);
    return program.run(request).counts().get("c").toMap().entrySet().stream()
        .filter(entry -> entry.getKey().bit(0) == entry.getKey().bit(QUBITS - 1))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /** Gates on pairs far and near, on every qubit. */
  private static Circuit circuit() {
    Parameter angle = new Parameter("a");
    CircuitBuilder circuit = Circuit.builder(QUBITS).parameters(List.of(angle));
    for (int qubit = 0; qubit < QUBITS - 1; qubit++) {
      circuit.gate(GateName.RY, Angle.of(angle), qubit);
    }
    for (int qubit = 1; qubit + 11 < QUBITS - 1; qubit++) {
      circuit.gate(GateName.RXX, Angle.of(angle), qubit, qubit + 11);
    }
    return circuit.gate(GateName.CX, 0, QUBITS - 1).measureAll("c").build();
  }
}
