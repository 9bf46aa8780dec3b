package io.qhyper.backend.ibm;

/** How rows of input values reach the service. */
public enum BindMode {
  /** The form that a probe has found to work, {@link #TEXT} without one. */
  AUTO,
  /** One program text for each row, with numbers in the place of inputs. */
  TEXT,
  /** One program with inputs and all rows; falls back to {@link #TEXT} if the service refuses. */
  ROWS
}
