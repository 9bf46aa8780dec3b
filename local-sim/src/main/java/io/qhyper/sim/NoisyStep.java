package io.qhyper.sim;

import io.qhyper.circuit.Condition;
import io.qhyper.circuit.Instruction;
import io.qhyper.sim.noise.Channel;
import java.util.List;

/** One step of a program with its noise written out, on the program's own qubits. */
sealed interface NoisyStep {
  /** A step of the program itself; never a conditional. */
  record Plain(Instruction step) implements NoisyStep {}

  /** A channel acts. */
  record Disturbance(Channel channel, List<Integer> qubits) implements NoisyStep {}

  /** One of two sequences is run, by the bits measured so far. */
  record Branch(Condition condition, List<NoisyStep> then, List<NoisyStep> otherwise)
      implements NoisyStep {}
}
