package io.qhyper.compile;

import io.qhyper.circuit.Barrier;
import io.qhyper.circuit.Circuit;
import io.qhyper.circuit.Conditional;
import io.qhyper.circuit.Delay;
import io.qhyper.circuit.GateCall;
import io.qhyper.circuit.Instruction;
import io.qhyper.circuit.Measure;
import io.qhyper.circuit.Reset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Follows, from the end, what could be done to a qubit without changing what is measured, and drops
 * the gates that only do that.
 */
final class BackwardSweep {
  /** What of a qubit the rest of the program can still tell. */
  private enum Seen {
    /** Nothing: any operation on such qubits alone is dead. */
    NOTHING,
    /** At most the basis state: any diagonal operation on such qubits alone is dead. */
    BASIS_STATE,
    EVERYTHING
  }

  private final Seen[] seen;
  private final List<Instruction> kept = new ArrayList<>();

  private BackwardSweep(int qubits) {
    seen = new Seen[qubits];
    Arrays.fill(seen, Seen.NOTHING);
  }

  static List<Instruction> keep(Circuit circuit, List<Instruction> steps) {
    BackwardSweep sweep = new BackwardSweep(circuit.qubits());
    for (int i = steps.size() - 1; i >= 0; i--) {
      sweep.visit(steps.get(i));
    }
    Collections.reverse(sweep.kept);
    return sweep.kept;
  }

  private void visit(Instruction step) {
    if (step instanceof GateCall call) {
      if (!isDead(call)) {
        kept.add(call);
        look(call);
      }
      return;
    }
    kept.add(step);
    if (step instanceof Measure measure) {
      // A phase of a basis state before a measurement is a global phase of its outcome.
      seen[measure.qubit()] = Seen.BASIS_STATE;
    } else if (step instanceof Reset reset) {
      seen[reset.qubit()] = Seen.NOTHING;
    } else if (step instanceof Conditional) {
      step.qubits().forEach(qubit -> seen[qubit] = Seen.EVERYTHING);
    } else if (!(step instanceof Barrier || step instanceof Delay)) {
      throw new IllegalStateException("unknown step " + step);
    }
  }

  /**
   * Whether the call commutes with all that is seen: it only multiplies basis states by phases, or
   * acts on unseen targets, as basis states of its controls decide.
   */
  private boolean isDead(GateCall call) {
    Seen most = mostSeen(call.qubits());
    return most != Seen.EVERYTHING
        && (Structure.isDiagonal(call) || mostSeen(call.targetQubits()) == Seen.NOTHING);
  }

  private Seen mostSeen(List<Integer> qubits) {
    return qubits.stream().map(qubit -> seen[qubit]).max(Seen::compareTo).orElse(Seen.NOTHING);
  }

  private void look(GateCall call) {
    boolean commutes = Structure.isDiagonal(call);
    boolean permutes = Structure.isPermutation(call) && mostSeen(call.qubits()) != Seen.EVERYTHING;
    for (int target : call.targetQubits()) {
      seen[target] = commutes || permutes ? atLeastBasisState(target) : Seen.EVERYTHING;
    }
    for (int control : call.controlQubits()) {
      seen[control] = atLeastBasisState(control);
    }
  }

  private Seen atLeastBasisState(int qubit) {
    return seen[qubit] == Seen.EVERYTHING ? Seen.EVERYTHING : Seen.BASIS_STATE;
  }
}
