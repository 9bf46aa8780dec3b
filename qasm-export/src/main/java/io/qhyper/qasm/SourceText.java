package io.qhyper.qasm;

/** The text that is read, for showing parts of it in messages. */
final class SourceText {
  /** The widest excerpt of a line that a message shows. */
  private static final int MAX_WIDTH = 100;

  /** How much of a long line is shown before the offending part. */
  private static final int LEAD = 60;

  private static final String CUT = "…";

  private final String text;

  SourceText(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }

  /** The line of a span and, below it, carets under the span. */
  String excerpt(Span span) {
    int[] line = line(span.line()).codePoints().toArray();
    int start = Math.min(span.column() - 1, line.length);
    int from = line.length <= MAX_WIDTH ? 0 : Math.max(0, start - LEAD);
    int to = Math.min(line.length, from + MAX_WIDTH);
    StringBuilder shown = new StringBuilder(from > 0 ? CUT : "");
    StringBuilder carets = new StringBuilder(from > 0 ? " " : "");
    for (int i = from; i < to; i++) {
      shown.appendCodePoint(printable(line[i]));
    }
    for (int i = from; i < start; i++) {
      carets.append(line[i] == '\t' ? '\t' : ' ');
    }
    shown.append(to < line.length ? CUT : "");
    carets.append("^".repeat(Math.max(1, Math.min(span.length(), to - start))));
    return shown + "\n" + carets;
  }

  private static int printable(int character) {
    return character != '\t' && Character.isISOControl(character) ? '?' : character;
  }

  private String line(int number) {
    int start = 0;
    for (int i = 1; i < number; i++) {
      start = text.indexOf('\n', start) + 1;
    }
    int end = text.indexOf('\n', start);
    String line = text.substring(start, end < 0 ? text.length() : end);
    return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
  }
}
