package io.qhyper.store.journal;

import java.nio.file.Path;

/** A journal cannot be read or written; the message names the file and says what to do. */
public final class JournalException extends RuntimeException {
  private static final long serialVersionUID = 1;

  JournalException(Path file, String trouble) {
    super(file + ": " + trouble);
  }

  JournalException(Path file, String trouble, Throwable cause) {
    super(file + ": " + trouble, cause);
  }
}
