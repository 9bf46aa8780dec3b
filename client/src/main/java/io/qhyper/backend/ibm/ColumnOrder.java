package io.qhyper.backend.ibm;

/** Which input of a program a column of its rows belongs to, as a service counts (section 3.2). */
public enum ColumnOrder {
  /** Sorted by name. */
  NAME,
  /** As declared in the text. */
  DECLARATION,
  /** As they first occur in a gate. */
  FIRST_USE,
  /** Another one. */
  OTHER
}
