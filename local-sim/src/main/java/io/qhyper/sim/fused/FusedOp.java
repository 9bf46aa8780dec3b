package io.qhyper.sim.fused;

/**
 * One step of a merged program: gates of the program with the same action on the same qubits.
 *
 * @param action how it acts
 * @param controls qubits that must all be 1
 * @param targets other qubits
 * @param gates which gates of the program it applies, in order; only {@link Action#PAIR} without
 *     controls has more than one
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record FusedOp(Action action, int[] controls, int[] targets, int[] gates) {
  /** The qubits as a mask. */
  int mask() {
    int mask = 0;
    for (int qubit : controls) {
      mask |= 1 << qubit;
    }
    for (int qubit : targets) {
      mask |= 1 << qubit;
    }
    return mask;
  }
}
