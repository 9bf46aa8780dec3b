package io.qhyper.sim;

import io.qhyper.circuit.Condition;

/** One step of a plan's tail; branches are jumps forward, so that a tail is one flat list. */
sealed interface TailStep {
  /** Applies a gate. */
  record Apply(PlannedGate gate) implements TailStep {}

  /** Measures a compact qubit into a classical bit. */
  record Observe(int qubit, int bit) implements TailStep {}

  /** Puts a compact qubit into |0⟩. */
  record Restart(int qubit) implements TailStep {}

  /** Sets a classical bit to 0: the outcome of a qubit that nothing touches. */
  record Clear(int bit) implements TailStep {}

  /** Skips the next steps unless a condition on the classical bits holds. */
  record SkipUnless(Condition condition, int steps) implements TailStep {}

  /** Skips the next steps. */
  record Skip(int steps) implements TailStep {}
}
