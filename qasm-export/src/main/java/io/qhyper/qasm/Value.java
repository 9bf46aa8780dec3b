package io.qhyper.qasm;

import io.qhyper.circuit.Angle;
import io.qhyper.circuit.Delay.TimeUnit;

/** What an expression gives. */
sealed interface Value {

  /**
   * A number, perhaps affine in parameters.
   *
   * @param integral whether its type is a whole number; a quotient of whole numbers keeps its exact
   *     value and is cut where a whole number is needed
   */
  record Quantity(Angle angle, boolean integral) implements Value {
    static Quantity of(double value) {
      return new Quantity(Angle.of(value), false);
    }

    static Quantity whole(double value) {
      return new Quantity(Angle.of(value), true);
    }
  }

  /** A truth value. */
  record Truth(boolean holds) implements Value {}

  /** A duration. */
  record Time(double amount, TimeUnit unit) implements Value {}
}
