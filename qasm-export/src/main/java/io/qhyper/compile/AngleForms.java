package io.qhyper.compile;

import io.qhyper.circuit.Angle;
import io.qhyper.circuit.Conditional;
import io.qhyper.circuit.GateCall;
import io.qhyper.circuit.GateName;
import io.qhyper.circuit.Instruction;
import java.util.ArrayList;
import java.util.List;

/** Writes angles with parameters in the form asked for. */
final class AngleForms {
  private AngleForms() {}

  static List<Instruction> apply(List<Instruction> steps, ParameterForm form) {
    return form == ParameterForm.AFFINE ? steps : bare(steps);
  }

  private static List<Instruction> bare(List<Instruction> steps) {
    List<Instruction> out = new ArrayList<>();
    for (Instruction step : steps) {
      if (step instanceof Conditional conditional) {
        out.add(
            new Conditional(
                conditional.condition(), bare(conditional.then()), bare(conditional.otherwise())));
      } else if (step instanceof GateCall call && isSplit(call)) {
        split(call, out);
      } else {
        out.add(step);
      }
    }
    return out;
  }

  private static boolean isSplit(GateCall call) {
    return call.gate() == GateName.RZ && !call.angles().get(0).isConstant();
  }

  private static void split(GateCall call, List<Instruction> out) {
    Angle angle = call.angles().get(0);
    int qubit = call.qubits().get(0);
    for (Angle.Term term : angle.terms()) {
      out.add(GateCall.of(GateName.RZ, List.of(new Angle(0, List.of(term))), qubit));
    }
    if (angle.constant() != 0) {
      out.add(GateCall.of(GateName.RZ, List.of(Angle.of(angle.constant())), qubit));
    }
  }
}
