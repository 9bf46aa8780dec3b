package io.qhyper.qasm;

import io.qhyper.circuit.ClassicalRegister;
import java.math.BigInteger;

/** The numbers that registers are compared with. */
record RegisterValues(Evaluator evaluator) {

  /** A number of any size, a truth value, or text of as many bits as the register has. */
  BigInteger value(ClassicalRegister register, Expression expression) {
    if (expression instanceof Expression.Whole whole) {
      return whole.value();
    }
    if (expression instanceof Expression.BitText bits) {
      String digits = bits.text().replace("_", "");
      if (!digits.matches("[01]+") || digits.length() != register.width()) {
        throw bits.span()
            .error(
                "expected a string of "
                    + register.width()
                    + " bits to compare with '"
                    + register.name()
                    + "'");
      }
      return new BigInteger(digits, 2);
    }
    if (evaluator.value(expression) instanceof Value.Truth truth) {
      return truth.holds() ? BigInteger.ONE : BigInteger.ZERO;
    }
    return BigInteger.valueOf(evaluator.whole(expression));
  }
}
