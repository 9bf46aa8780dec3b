package io.qhyper.store;

import java.nio.file.Path;

/** A file of a run does not hold what such a file holds. */
public final class MalformedFileException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** An exception that names the file and says what is wrong with it. */
  public MalformedFileException(Path file, String trouble) {
    super(file + " " + trouble);
  }
}
