package io.qhyper.sim.state;

/**
 * The qubits that a gate acts on, as masks over basis indices.
 *
 * @param fixed the bits of all controls and targets
 * @param offsets for each row of the gate's matrix, the fixed bits that are 1: all controls, and
 *     the targets that the row's number sets
 */
@SuppressWarnings("ArrayRecordComponent") // small hot data, never compared
record Support(int fixed, int[] offsets) {

  static Support of(int[] controls, int[] targets) {
    int[] offsets = new int[1 << targets.length];
    int fixed = 0;
    for (int control : controls) {
      fixed |= 1 << control;
    }
    for (int row = 0; row < offsets.length; row++) {
      offsets[row] = fixed;
      for (int k = 0; k < targets.length; k++) {
        offsets[row] |= (row >> k & 1) << targets[k];
      }
    }
    return new Support(offsets[offsets.length - 1], offsets);
  }
}
