package io.qhyper.circuit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Replaces definitions by the standard gates that they stand for. */
final class Flattening {
  /** The most standard gates that one circuit may expand to. */
  static final long MAX_GATES = 5_000_000;

  private final List<Instruction> out = new ArrayList<>();

  private Flattening() {}

  static List<Instruction> flatten(List<Instruction> instructions) {
    long size = size(instructions);
    if (size > MAX_GATES) {
      throw new IllegalArgumentException(
          "the circuit expands to more than "
              + MAX_GATES
              + " standard gates; make its definitions smaller or call them less often");
    }
    return steps(instructions);
  }

  private static long size(List<Instruction> instructions) {
    long sum = 0;
    for (Instruction step : instructions) {
      long size = 1;
      if (step instanceof GateCall call) {
        size = GateDefinition.size(call);
      } else if (step instanceof Conditional conditional) {
        size = size(conditional.then()) + size(conditional.otherwise());
      }
      sum = Math.min(sum + Math.min(size, MAX_GATES + 1), MAX_GATES + 1);
    }
    return sum;
  }

  private static List<Instruction> steps(List<Instruction> instructions) {
    Flattening flattening = new Flattening();
    for (Instruction step : instructions) {
      if (step instanceof GateCall call) {
        flattening.expand(call);
      } else if (step instanceof Conditional conditional) {
        flattening.out.add(
            new Conditional(
                conditional.condition(),
                steps(conditional.then()),
                steps(conditional.otherwise())));
      } else {
        flattening.out.add(step);
      }
    }
    return flattening.out;
  }

  private void expand(GateCall call) {
    if (!(call.gate() instanceof GateDefinition definition)) {
      out.add(call);
      return;
    }
    Map<Parameter, Angle> actual = new HashMap<>();
    for (int i = 0; i < definition.angleCount(); i++) {
      actual.put(definition.parameters().get(i), call.angles().get(i));
    }
    Relabelling relabelling =
        new Relabelling(
            angle -> angle.substitute(actual::get),
            qubit -> call.qubits().get(call.controls() + qubit));
    for (GateCall inner : definition.body()) {
      GateCall placed = inner.mapped(relabelling);
      for (int control = call.controls() - 1; control >= 0; control--) {
        placed = placed.controlledBy(call.qubits().get(control));
      }
      expand(placed);
    }
  }
}
