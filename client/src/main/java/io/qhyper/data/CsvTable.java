package io.qhyper.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The text of a CSV file, checked for shape: a header of distinct names, then rows of as many
 * fields. Blank lines are skipped; UTF-8, with or without a byte order mark.
 */
final class CsvTable {
  /** Longest line read, in characters: keeps a file without line ends from filling the memory. */
  static final int LONGEST_LINE = 1 << 20;

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final String source;
  private List<String> header = List.of();
  private final List<Row> rows = new ArrayList<>();

  private CsvTable(String source) {
    this.source = source;
  }

  /** One row: its line number in the file, from 1, and its fields. */
  record Row(int line, List<String> fields) {}

  static CsvTable read(Path file) throws IOException {
    CsvTable table = new CsvTable(file.toString());
    try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      table.readAll(in);
    } catch (CharacterCodingException e) {
      MalformedDataException exception =
          new MalformedDataException(table.source, "expected text in UTF-8");
      exception.initCause(e);
      throw exception;
    }
    return table;
  }

  List<String> header() {
    return header;
  }

  List<Row> rows() {
    return rows;
  }

  /** An exception about the field of {@code column} in {@code row}. */
  MalformedDataException wrong(Row row, int column, String expected) {
    return new MalformedDataException(
        source,
        "line "
            + row.line()
            + ", column "
            + header.get(column)
            + ": expected "
            + expected
            + ", got "
            + shown(row.fields().get(column)));
  }

  /** An exception about the file as a whole. */
  MalformedDataException wrong(String problem) {
    return new MalformedDataException(source, problem);
  }

  private static String shown(String field) {
    if (field.isEmpty()) {
      return "an empty field";
    }
    return '"' + (field.length() > 40 ? field.substring(0, 40) + "…" : field) + '"';
  }

  private void readAll(BufferedReader in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int number = 1; readLine(in, number, line); number++) {
      if (number == 1 && line.length() > 0 && line.charAt(0) == BYTE_ORDER_MARK) {
        line.deleteCharAt(0);
      }
      String text = line.toString();
      if (!text.isBlank()) {
        add(number, CsvLine.split(source, number, text));
      }
    }
    if (header.isEmpty()) {
      throw wrong("expected a header line with the names of the columns, got an empty file");
    }
    if (rows.isEmpty()) {
      throw wrong("expected at least one row after the header, got none");
    }
  }

  /** Reads up to the next line end into {@code line}; false at the end of the file. */
  private boolean readLine(BufferedReader in, int number, StringBuilder line) throws IOException {
    line.setLength(0);
    int c = in.read();
    if (c < 0) {
      return false;
    }
    while (c >= 0 && c != '\n') {
      if (line.length() == LONGEST_LINE) {
        throw wrong("line " + number + " is longer than " + LONGEST_LINE + " characters");
      }
      if (c != '\r') {
        line.append((char) c);
      }
      c = in.read();
    }
    return true;
  }

  private void add(int number, List<String> fields) throws MalformedDataException {
    if (header.isEmpty()) {
      Set<String> seen = new HashSet<>();
      for (int column = 0; column < fields.size(); column++) {
        String name = fields.get(column);
        if (name.isEmpty() || !seen.add(name)) {
          throw wrong(
              "line "
                  + number
                  + ": column "
                  + (column + 1)
                  + " needs a name of its own, got "
                  + shown(name));
        }
      }
      header = List.copyOf(fields);
    } else if (fields.size() != header.size()) {
      throw wrong(
          "line "
              + number
              + ": expected "
              + header.size()
              + " fields as in the header, got "
              + fields.size());
    } else {
      rows.add(new Row(number, fields));
    }
  }
}
