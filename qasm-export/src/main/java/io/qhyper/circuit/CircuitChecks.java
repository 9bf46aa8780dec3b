package io.qhyper.circuit;

import java.util.List;
import java.util.Set;

/** Checks that steps name only what their circuit declares. */
record CircuitChecks(
    int qubits, int bits, List<ClassicalRegister> registers, Set<Parameter> parameters) {

  void check(List<Instruction> instructions) {
    for (Instruction step : instructions) {
      step.qubits().forEach(qubit -> requireBelow("qubit", qubit, qubits));
      if (step instanceof GateCall call) {
        call.angles().forEach(this::check);
      } else if (step instanceof Measure measure) {
        requireBelow("classical bit", measure.bit(), bits);
      } else if (step instanceof Conditional conditional) {
        check(conditional.condition());
        check(conditional.then());
        check(conditional.otherwise());
      }
    }
  }

  private void check(Condition condition) {
    condition.bits().forEach(bit -> requireBelow("classical bit", bit, bits));
    for (ClassicalRegister register : condition.registers()) {
      if (!registers.contains(register)) {
        throw new IllegalArgumentException(
            "a condition names " + register + ", which is not declared; declared are " + registers);
      }
    }
  }

  private void check(Angle angle) {
    for (Angle.Term term : angle.terms()) {
      if (!parameters.contains(term.parameter())) {
        throw new IllegalArgumentException(
            "parameter " + term.parameter() + " is not declared; declared are " + parameters);
      }
    }
  }

  private static void requireBelow(String what, int label, int limit) {
    if (label < 0 || label >= limit) {
      throw new IllegalArgumentException(what + " must be in 0.." + (limit - 1) + ", got " + label);
    }
  }
}
