package io.qhyper.compile;

import io.qhyper.circuit.Conditional;
import io.qhyper.circuit.Instruction;
import java.util.ArrayList;
import java.util.List;

/** Steps with those inside of branches. */
final class StepList {
  private StepList() {}

  /** All steps but conditionals, in the order of the text, branches spelled out one by one. */
  static List<Instruction> flat(List<Instruction> steps) {
    List<Instruction> flat = new ArrayList<>();
    for (Instruction step : steps) {
      if (step instanceof Conditional conditional) {
        flat.addAll(flat(conditional.then()));
        flat.addAll(flat(conditional.otherwise()));
      } else {
        flat.add(step);
      }
    }
    return flat;
  }
}
