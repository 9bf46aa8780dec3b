package io.qhyper.sim;

/** Whether a run keeps the bitstring of every shot in shot order. */
public enum Memory {
  /** Results hold every shot's bitstring as well as the counts. */
  KEEP,
  /** Results hold counts only. */
  DISCARD
}
