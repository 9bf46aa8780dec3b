package io.qhyper.cli;

/**
 * Text from elsewhere, made harmless for a terminal: control characters, with which a text could
 * move the cursor or change colours and titles, become question marks.
 */
final class Printable {
  private static final String CONTROL = "\\p{Cc}";

  private Printable() {}

  /** With its line breaks and tabs. */
  static String lines(String text) {
    return text.replace("\r\n", "\n").replaceAll("[" + CONTROL + "&&[^\n\t]]", "?");
  }

  /** On one line. */
  static String line(String text) {
    return text.replaceAll("\\R", " ").replaceAll(CONTROL, "?");
  }
}
