package io.qhyper.sim.fused;

/** Which parts of the amplitudes can differ from 0 during a run. */
enum Parts {
  /** No gate has an imaginary part: the imaginary rows stay 0 and are not touched. */
  REAL,
  /** Both. */
  COMPLEX
}
