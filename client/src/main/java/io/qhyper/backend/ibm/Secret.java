package io.qhyper.backend.ibm;

/** A text that must not be shown; printing it gives a fixed word instead. */
public final class Secret {
  /** What stands in the place of a secret. */
  static final String REDACTED = "[redacted]";

  private final String value;

  private Secret(String value) {
    this.value = value;
  }

  /**
   * Hides a text; space around it is cut off, as files end with a line break.
   *
   * @throws IllegalArgumentException if it is blank or holds control characters; the text is not
   *     shown
   */
  public static Secret of(String text) {
    String value = text.strip();
    if (value.isEmpty() || value.chars().anyMatch(c -> c <= ' ' || c > '~')) {
      throw new IllegalArgumentException(
          "a key or token is one word of printable ASCII characters; what came has "
              + value.length()
              + " characters and is none");
    }
    return new Secret(value);
  }

  /** The text itself; only for the place that sends or stores it. */
  public String reveal() {
    return value;
  }

  /** The same text with this secret blotted out wherever it occurs. */
  String redactIn(String text) {
    return text.replace(value, REDACTED);
  }

  @Override
  public boolean equals(Object object) {
    return object instanceof Secret other && value.equals(other.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return REDACTED;
  }
}
