package io.qhyper.sim;

import io.qhyper.circuit.Condition;
import io.qhyper.sim.noise.ReadoutError;

/** One step of a plan's tail; branches are jumps forward, so that a tail is one flat list. */
sealed interface TailStep {
  /** Applies a gate. */
  record Apply(PlannedGate gate) implements TailStep {}

  /** Measures a compact qubit, which splits the shots by outcome. */
  sealed interface Split extends TailStep {
    /** The qubit. */
    int qubit();
  }

  /** Measures a compact qubit into a classical bit. */
  record Observe(int qubit, int bit) implements Split {}

  /** Puts a compact qubit into |0⟩: measures it and flips it if it was 1. */
  record Restart(int qubit) implements Split {}

  /** Lets a channel act, which splits the shots by the operator that each draws. */
  record Disturb(PlannedChannel channel) implements TailStep {}

  /** Misreads a classical bit by chance, which splits the shots by what is read. */
  record Misread(int bit, ReadoutError error) implements TailStep {}

  /** Sets a classical bit to 0: the outcome of a qubit that nothing touches. */
  record Clear(int bit) implements TailStep {}

  /** Skips the next steps unless a condition on the classical bits holds. */
  record SkipUnless(Condition condition, int steps) implements TailStep {}

  /** Skips the next steps. */
  record Skip(int steps) implements TailStep {}
}
