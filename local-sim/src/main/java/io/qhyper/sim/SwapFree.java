package io.qhyper.sim;

import io.qhyper.circuit.GateName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A plan's gates on wires: a swap only exchanges which wire a qubit is, so that it costs nothing.
 *
 * @param gates all others, in order
 * @param ends for each compact qubit its wire at the end
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record SwapFree(List<Wired> gates, int[] ends) {
  /** A gate and the wires that it acts on: its controls, and its targets in its own order. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Wired(PlannedGate gate, int[] controls, int[] targets) {
    int[] wires() {
      return IntStream.concat(Arrays.stream(controls), Arrays.stream(targets)).toArray();
    }
  }

  static SwapFree of(Plan plan) {
    int[] wires = IntStream.range(0, plan.qubits()).toArray();
    List<Wired> gates = new ArrayList<>();
    for (PlannedGate gate : plan.prefix()) {
      int[] controls = Arrays.stream(gate.controls()).map(qubit -> wires[qubit]).toArray();
      int[] targets = Arrays.stream(gate.targets()).map(qubit -> wires[qubit]).toArray();
      if (gate.name() == GateName.SWAP && controls.length == 0) {
        wires[gate.targets()[0]] = targets[1];
        wires[gate.targets()[1]] = targets[0];
      } else {
        gates.add(new Wired(gate, controls, targets));
      }
    }
    return new SwapFree(List.copyOf(gates), wires);
  }
}
