package io.qhyper.qasm;

/**
 * OpenQASM text that cannot be read: where and why.
 *
 * <p>The message has the form {@code line:column: why}, then the offending line of the text, then a
 * line with carets under the offending part.
 */
public class QasmSyntaxException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int line;
  private final int column;

  QasmSyntaxException(int line, int column, String message) {
    super(message);
    this.line = line;
    this.column = column;
  }

  /** The line of the offending text, counted from 1. */
  public int line() {
    return line;
  }

  /** The column where the offending text starts, in characters counted from 1. */
  public int column() {
    return column;
  }
}
