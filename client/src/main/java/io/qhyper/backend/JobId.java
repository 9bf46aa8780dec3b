package io.qhyper.backend;

/** The name that a backend gave a job. */
public record JobId(String value) {
  public JobId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("a job id must not be blank, got '" + value + "'");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
