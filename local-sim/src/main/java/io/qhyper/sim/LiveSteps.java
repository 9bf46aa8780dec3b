package io.qhyper.sim;

import io.qhyper.circuit.Conditional;
import io.qhyper.circuit.GateCall;
import io.qhyper.circuit.Instruction;
import io.qhyper.circuit.Measure;
import io.qhyper.circuit.Reset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Leaves out the steps that cannot reach a measurement.
 *
 * <p>Read backwards, a qubit is live if a later step that stays reads it. A gate or reset on qubits
 * none of which is live acts on what is never looked at, so it changes no distribution; a gate with
 * a live qubit makes all its qubits live; before a reset its qubit is not live. Measurements and
 * the conditionals that touch a live qubit or measure stay. Barriers and delays go.
 */
final class LiveSteps {
  private final Set<Integer> live = new HashSet<>();

  private LiveSteps() {}

  /** The steps that matter, in order. */
  static List<Instruction> of(List<Instruction> steps) {
    LiveSteps later = new LiveSteps();
    List<Instruction> kept = new ArrayList<>();
    for (int i = steps.size() - 1; i >= 0; i--) {
      Instruction step = steps.get(i);
      if (later.keeps(step)) {
        kept.add(step);
        later.add(step);
      }
    }
    Collections.reverse(kept);
    return kept;
  }

  private boolean keeps(Instruction step) {
    if (step instanceof Conditional conditional) {
      return conditional.then().stream().anyMatch(this::keeps)
          || conditional.otherwise().stream().anyMatch(this::keeps);
    }
    if (step instanceof GateCall || step instanceof Reset) {
      return step.qubits().stream().anyMatch(live::contains);
    }
    return step instanceof Measure;
  }

  private void add(Instruction step) {
    if (step instanceof Reset reset) {
      live.remove(reset.qubit());
    } else {
      live.addAll(step.qubits());
    }
  }
}
