package io.qhyper.compile;

import io.qhyper.circuit.Angle;
import io.qhyper.circuit.Barrier;
import io.qhyper.circuit.Circuit;
import io.qhyper.circuit.Conditional;
import io.qhyper.circuit.Delay;
import io.qhyper.circuit.GateCall;
import io.qhyper.circuit.GateName;
import io.qhyper.circuit.Instruction;
import io.qhyper.circuit.Measure;
import io.qhyper.circuit.Reset;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells what keeps a circuit from running on a device as it is: gates that the device lacks on
 * these qubits in this order, and faulty parts (reference ibm-quantum-rest, section 4.2).
 */
public final class IsaCheck {
  private final Target target;
  private final List<String> violations = new ArrayList<>();

  private IsaCheck(Target target) {
    this.target = target;
  }

  /**
   * One line for each step that the device would refuse; empty for a circuit that it takes.
   *
   * @param circuit on physical qubits, without definitions
   */
  public static List<String> violations(Circuit circuit, Target target) {
    IsaCheck check = new IsaCheck(target);
    check.visit(circuit.instructions());
    return check.violations;
  }

  private void visit(List<Instruction> steps) {
    for (Instruction step : steps) {
      if (step instanceof Barrier) {
        continue;
      }
      if (step instanceof Conditional conditional) {
        conditional(conditional);
      } else if (!step.qubits().stream().allMatch(qubit -> qubit < target.qubits().size())) {
        violations.add("qubits %s are not all on the device".formatted(step.qubits()));
      } else if (step instanceof GateCall call) {
        gate(call);
      } else if (step instanceof Measure measure) {
        measure(measure.qubit());
      } else if (step instanceof Reset) {
        instruction("reset", step);
      } else if (step instanceof Delay) {
        instruction("delay", step);
      }
    }
  }

  private void conditional(Conditional conditional) {
    try {
      BranchRules.checked(conditional, target);
    } catch (CompileException e) {
      violations.add(e.getMessage());
    }
    visit(conditional.then());
    visit(conditional.otherwise());
  }

  private void gate(GateCall call) {
    String gate = call.gate().text();
    if (call.controls() > 0 || target.gate(gate, call.qubits()).isEmpty()) {
      violations.add("%s on %s is not a gate of the device".formatted(gate, call.qubits()));
    } else if (!target.isUsable(gate, call.qubits())) {
      violations.add("%s on %s is faulty".formatted(gate, call.qubits()));
    } else if (call.gate() == GateName.RZZ && !isFractional(call.angles().get(0))) {
      violations.add(
          "rzz on %s needs a constant angle in 0..pi/2, got %s"
              .formatted(call.qubits(), call.angles().get(0)));
    }
  }

  private static boolean isFractional(Angle angle) {
    return angle.isConstant() && angle.constant() >= 0 && angle.constant() <= Math.PI / 2;
  }

  private void measure(int qubit) {
    boolean isFaulty =
        target.gate("measure", List.of(qubit)).filter(GateFacts::isFaulty).isPresent();
    if (isFaulty || !target.qubits().get(qubit).isReadable()) {
      violations.add("qubit %d cannot be read: it is faulty".formatted(qubit));
    }
  }

  private void instruction(String name, Instruction step) {
    if (!target.supports(name)) {
      violations.add("%s on %s: the device has no %s".formatted(name, step.qubits(), name));
    }
  }
}
