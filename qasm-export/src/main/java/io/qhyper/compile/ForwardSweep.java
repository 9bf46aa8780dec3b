package io.qhyper.compile;

import io.qhyper.circuit.Barrier;
import io.qhyper.circuit.Circuit;
import io.qhyper.circuit.Delay;
import io.qhyper.circuit.GateCall;
import io.qhyper.circuit.GateName;
import io.qhyper.circuit.Instruction;
import io.qhyper.circuit.Measure;
import io.qhyper.circuit.Reset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Follows the qubits whose state is still a known basis state, and drops what cannot act on them.
 */
final class ForwardSweep {
  private enum Known {
    ZERO,
    ONE,
    NOTHING
  }

  private final Known[] known;
  private final List<Instruction> kept = new ArrayList<>();

  private ForwardSweep(int qubits) {
    known = new Known[qubits];
    Arrays.fill(known, Known.ZERO);
  }

  static List<Instruction> keep(Circuit circuit) {
    ForwardSweep sweep = new ForwardSweep(circuit.qubits());
    circuit.instructions().forEach(sweep::visit);
    return sweep.kept;
  }

  private void visit(Instruction step) {
    if (step instanceof GateCall call) {
      if (!isTrivial(call)) {
        kept.add(call);
        follow(call);
      }
      return;
    }
    kept.add(step);
    if (step instanceof Reset reset) {
      known[reset.qubit()] = Known.ZERO;
    } else if (!(step instanceof Barrier || step instanceof Delay || step instanceof Measure)) {
      forget(step.qubits());
    }
  }

  /** Whether the call changes at most the global phase. */
  private boolean isTrivial(GateCall call) {
    return call.controlQubits().stream().anyMatch(qubit -> known[qubit] == Known.ZERO)
        || (Structure.isDiagonal(call)
            && call.qubits().stream().allMatch(qubit -> known[qubit] != Known.NOTHING));
  }

  private void follow(GateCall call) {
    boolean acts = call.controlQubits().stream().allMatch(qubit -> known[qubit] == Known.ONE);
    List<Integer> targets = call.targetQubits();
    boolean flips = Structure.flipsTarget(call);
    if (acts && flips && known[targets.get(0)] != Known.NOTHING) {
      known[targets.get(0)] = known[targets.get(0)] == Known.ZERO ? Known.ONE : Known.ZERO;
    } else if (acts && call.standard() == GateName.SWAP) {
      Known first = known[targets.get(0)];
      known[targets.get(0)] = known[targets.get(1)];
      known[targets.get(1)] = first;
    } else if (!Structure.isDiagonal(call)) {
      forget(targets);
    }
  }

  private void forget(List<Integer> qubits) {
    qubits.forEach(qubit -> known[qubit] = Known.NOTHING);
  }
}
