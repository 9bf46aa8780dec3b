package io.qhyper.sim.fused;

/** What a merged program may take for granted about the state that it is applied to. */
public enum Beginning {
  /** It is |0…0⟩: the first gates on each qubit make a product state directly. */
  ZEROS,
  /** It is any state. */
  ANY
}
