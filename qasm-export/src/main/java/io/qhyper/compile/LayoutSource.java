package io.qhyper.compile;

/** How a layout was found. */
public enum LayoutSource {
  /** Given by the user, or by the circuit's own physical qubits. */
  PINNED,
  /** A line of coupled qubits of which it is proved that no line is better. */
  BEST_LINE,
  /** A line of coupled qubits, found by a search that need not find the best. */
  GOOD_LINE,
  /** A line with gaps, as the device has none of that length; swaps bridge them for each gate. */
  LINE_WITH_GAPS,
  /** Qubit by qubit, near to their partners; swaps do the rest. */
  PLACED
}
