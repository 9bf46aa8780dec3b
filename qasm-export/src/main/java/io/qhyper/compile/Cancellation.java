package io.qhyper.compile;

import io.qhyper.circuit.Angle;
import io.qhyper.circuit.Conditional;
import io.qhyper.circuit.GateCall;
import io.qhyper.circuit.GateName;
import io.qhyper.circuit.Instruction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Cancels cz against cz and adds rzz to rzz on the same two qubits, where only diagonal gates touch
 * these qubits in between.
 */
final class Cancellation {
  /** A pair of qubits, the lower first, each with the number of its last non-diagonal step. */
  private record Place(GateName gate, int a, int stepsOfA, int b, int stepsOfB) {}

  private final List<Instruction> out = new ArrayList<>();
  private final Map<Integer, Integer> steps = new HashMap<>();
  private final Map<Place, Integer> found = new HashMap<>();

  private Cancellation() {}

  /** The steps that are left. */
  static List<Instruction> of(List<Instruction> steps) {
    Cancellation cancellation = new Cancellation();
    steps.forEach(cancellation::visit);
    return cancellation.out.stream().filter(Objects::nonNull).toList();
  }

  private void visit(Instruction step) {
    if (step instanceof GateCall call && Structure.isDiagonal(call)) {
      diagonal(call);
      return;
    }
    step.qubits().forEach(qubit -> steps.merge(qubit, 1, Integer::sum));
    out.add(
        step instanceof Conditional conditional
            ? new Conditional(
                conditional.condition(), of(conditional.then()), of(conditional.otherwise()))
            : step);
  }

  private void diagonal(GateCall call) {
    if (call.qubits().size() != 2) {
      out.add(call);
      return;
    }
    Place place = place(call);
    Integer earlier = found.remove(place);
    if (earlier == null) {
      found.put(place, out.size());
      out.add(call);
    } else if (call.standard() == GateName.CZ) {
      out.set(earlier, null);
    } else {
      GateCall first = (GateCall) out.get(earlier);
      Angle sum = first.angles().get(0).plus(call.angles().get(0));
      out.set(earlier, new GateCall(first.gate(), 0, List.of(sum), first.qubits()));
      found.put(place, earlier);
    }
  }

  private Place place(GateCall call) {
    int a = Math.min(call.qubits().get(0), call.qubits().get(1));
    int b = Math.max(call.qubits().get(0), call.qubits().get(1));
    return new Place(call.standard(), a, steps.getOrDefault(a, 0), b, steps.getOrDefault(b, 0));
  }
}
