package io.qhyper.store;

import java.nio.file.Path;

/** A parameter file that cannot be used; the message has file, line and column. */
public final class ParameterFileException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ParameterFileException(Path file, int line, int column, String problem) {
    super(file + ":" + line + ":" + column + ": " + problem);
  }

  ParameterFileException(Path file, String problem) {
    super(file + ": " + problem);
  }
}
