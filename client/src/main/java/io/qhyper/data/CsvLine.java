package io.qhyper.data;

import java.util.ArrayList;
import java.util.List;

/** Splits one line of comma-separated values; fields may be quoted, quotes inside are doubled. */
final class CsvLine {
  private CsvLine() {}

  /**
   * The fields of {@code line}, without surrounding blanks unless quoted.
   *
   * @throws MalformedDataException if a quoted field does not end on this line, or text follows it
   */
  static List<String> split(String source, int number, String line) throws MalformedDataException {
    List<String> fields = new ArrayList<>();
    int at = 0;
    while (true) {
      int start = skipBlanks(line, at);
      int end;
      if (start < line.length() && line.charAt(start) == '"') {
        StringBuilder field = new StringBuilder();
        end = skipBlanks(line, quoted(source, number, line, start, field));
        if (end < line.length() && line.charAt(end) != ',') {
          throw new MalformedDataException(
              source,
              "line " + number + ": expected a comma after the quoted field \"" + field + '"');
        }
        fields.add(field.toString());
      } else {
        int comma = line.indexOf(',', start);
        end = comma < 0 ? line.length() : comma;
        fields.add(line.substring(start, end).strip());
      }
      if (end == line.length()) {
        return fields;
      }
      at = end + 1;
    }
  }

  /** Appends the quoted field that opens at {@code open}; returns the position after it. */
  private static int quoted(String source, int number, String line, int open, StringBuilder field)
      throws MalformedDataException {
    for (int at = open + 1; at < line.length(); at++) {
      if (line.charAt(at) != '"') {
        field.append(line.charAt(at));
      } else if (at + 1 < line.length() && line.charAt(at + 1) == '"') {
        field.append('"');
        at++;
      } else {
        return at + 1;
      }
    }
    throw new MalformedDataException(
        source,
        "line "
            + number
            + ": the quoted field at character "
            + (open + 1)
            + " does not end on this line");
  }

  private static int skipBlanks(String line, int from) {
    int at = from;
    while (at < line.length() && (line.charAt(at) == ' ' || line.charAt(at) == '\t')) {
      at++;
    }
    return at;
  }
}
