package io.qhyper.study;

import java.util.Locale;

/** The ready-made studies. */
public enum StudyKind {
  /** The error of measured gradients against shots. */
  SHOTS,
  /** The final loss under noise, of angles trained without and with it. */
  NOISE,
  /** How often exact training reaches the minimum, against depth. */
  DEPTH,
  /** The final loss against the shots spent, for several ways to train. */
  OPTIMIZER;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
