package io.qhyper.data;

import java.io.IOException;

/** A data file that can be read but not understood; the message names file, place and remedy. */
public final class MalformedDataException extends IOException {
  private static final long serialVersionUID = 1L;

  private final String source;

  MalformedDataException(String source, String problem) {
    super(source + ": " + problem);
    this.source = source;
  }

  /** The file or resource with the problem. */
  public String source() {
    return source;
  }
}
