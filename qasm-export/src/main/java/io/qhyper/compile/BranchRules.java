package io.qhyper.compile;

import io.qhyper.circuit.Condition;
import io.qhyper.circuit.Conditional;
import io.qhyper.circuit.Instruction;
import io.qhyper.circuit.Measure;
import io.qhyper.circuit.Reset;
import java.util.List;

/**
 * What devices take of {@code if}: one bit or one register of at most 32 bits compared, no nesting,
 * no reset or measurement inside (reference ibm-quantum-rest, section 4.1).
 */
final class BranchRules {
  private static final int MOST_BITS = 32;

  private BranchRules() {}

  /**
   * The same conditional in the form that devices take.
   *
   * @throws CompileException if there is none, naming what is in the way
   */
  static Conditional checked(Conditional conditional, Target target) {
    if (!target.supports("if_else")) {
      throw new CompileException(
          "device %s has no 'if' (if_else); it has %s"
              .formatted(target.name(), target.instructions()));
    }
    check(conditional.then());
    check(conditional.otherwise());
    Condition condition = conditional.condition();
    if (condition instanceof Condition.Not not) {
      return checked(
          new Conditional(
              not.condition(),
              /* then= */ conditional.otherwise(),
              /* otherwise= */ conditional.then()),
          target);
    }
    if (condition instanceof Condition.And || condition instanceof Condition.Or) {
      throw new CompileException(
          "an 'if' with && or || cannot run on a device; compare one bit or one register");
    }
    if (condition instanceof Condition.RegisterEquals equals
        && equals.register().width() > MOST_BITS) {
      throw new CompileException(
          "an 'if' on register %s of %d bits cannot run on a device; at most %d bits can be compared"
              .formatted(equals.register().name(), equals.register().width(), MOST_BITS));
    }
    return conditional;
  }

  private static void check(List<Instruction> branch) {
    for (Instruction step : branch) {
      if (step instanceof Conditional) {
        throw refused("another 'if'");
      } else if (step instanceof Measure) {
        throw refused("a measurement");
      } else if (step instanceof Reset) {
        throw refused("a reset");
      }
    }
  }

  private static CompileException refused(String what) {
    return new CompileException("an 'if' with " + what + " inside cannot run on a device");
  }
}
