package io.qhyper.sim;

import io.qhyper.circuit.Conditional;
import io.qhyper.circuit.GateCall;
import io.qhyper.circuit.Instruction;
import io.qhyper.circuit.Measure;
import io.qhyper.circuit.Reset;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the measurements that can wait until the end of the program.
 *
 * <p>Read backwards, a measurement is terminal if no later step changes its qubit, writes its bit
 * or asks about its bit. Barriers, delays and further terminal measurements of the same qubit do
 * not count as changes. A measurement inside a conditional is never terminal.
 */
final class TerminalMeasurements {
  private final Set<Integer> changedQubits = new HashSet<>();
  private final Set<Integer> usedBits = new HashSet<>();

  private TerminalMeasurements() {}

  /** The positions of the terminal measurements among the steps. */
  static BitSet of(List<Instruction> steps) {
    TerminalMeasurements later = new TerminalMeasurements();
    BitSet terminal = new BitSet();
    for (int i = steps.size() - 1; i >= 0; i--) {
      if (steps.get(i) instanceof Measure measure && later.leaves(measure)) {
        later.usedBits.add(measure.bit());
        terminal.set(i);
      } else {
        later.add(steps.get(i));
      }
    }
    return terminal;
  }

  private boolean leaves(Measure measure) {
    return !changedQubits.contains(measure.qubit()) && !usedBits.contains(measure.bit());
  }

  private void add(Instruction step) {
    if (step instanceof GateCall || step instanceof Reset) {
      changedQubits.addAll(step.qubits());
    } else if (step instanceof Measure measure) {
      changedQubits.add(measure.qubit());
      usedBits.add(measure.bit());
    } else if (step instanceof Conditional conditional) {
      usedBits.addAll(conditional.condition().bits());
      conditional.then().forEach(this::add);
      conditional.otherwise().forEach(this::add);
    }
  }
}
