package io.qhyper.store;

import java.util.Locale;

/** Which of the three vectors of a {@code parameters.json} to take. */
public enum ParameterEntry {
  /** Where the run started. */
  START,
  /** The best that was seen, confirmed with fresh shots. */
  BEST,
  /** Where the run ended. */
  FINAL;

  /** The key in the file. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return key();
  }
}
