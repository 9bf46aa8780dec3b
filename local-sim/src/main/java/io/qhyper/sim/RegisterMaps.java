package io.qhyper.sim;

import io.qhyper.circuit.ClassicalRegister;
import io.qhyper.sim.state.IndexMap;

/** How the value of a classical register is made of qubits and of bits that are known. */
final class RegisterMaps {
  private RegisterMaps() {}

  /** Where basis indices of a plan's final state fall in a table over a register. */
  static IndexMap of(Plan plan, ClassicalRegister register) {
    int[] masks = new int[plan.qubits()];
    for (Readout readout : plan.readouts()) {
      int bit = readout.bit() - register.offset();
      if (bit >= 0 && bit < register.width()) {
        masks[readout.qubit()] |= 1 << bit;
      }
    }
    return new IndexMap(masks);
  }

  /** The value that the packed bits of a shot give to a register of at most 31 bits. */
  static int value(long[] words, int shot, ClassicalRegister register) {
    int value = 0;
    for (int bit = 0; bit < register.width(); bit++) {
      value |= PackedBits.get(words, shot, register.offset() + bit) ? 1 << bit : 0;
    }
    return value;
  }
}
