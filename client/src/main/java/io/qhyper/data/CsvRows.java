package io.qhyper.data;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The rows of a CSV file one after the other, checked for shape: a header of distinct names, then
 * rows of as many fields. Blank lines are skipped; UTF-8, with or without a byte order mark.
 */
final class CsvRows implements Closeable {
  /** Longest line read, in characters: keeps a file without line ends from filling the memory. */
  static final int LONGEST_LINE = 1 << 20;

  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final int LONGEST_SHOWN = 40;

  private final String source;
  private final BufferedReader in;
  private final List<String> header;
  private int line; // number of the line read last, from 1

  /** One row: its line number in the file, from 1, and its fields. */
  record Row(int line, List<String> fields) {}

  private CsvRows(String source, BufferedReader in) throws IOException {
    this.source = source;
    this.in = in;
    Row first =
        nextFilled()
            .orElseThrow(
                () ->
                    wrong(
                        "expected a header line with the names of the columns, got an empty file"));
    requireNames(first);
    this.header = List.copyOf(first.fields());
  }

  /** Opens a file and reads its header. */
  static CsvRows open(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new FileSystemException(file.toString(), null, "is a folder, expected a file");
    }
    BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8);
    try {
      return new CsvRows(file.toString(), in);
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  /** The names of the columns. */
  List<String> header() {
    return header;
  }

  /** The next row; empty at the end of the file. */
  Optional<Row> next() throws IOException {
    Optional<Row> row = nextFilled();
    if (row.isPresent() && row.get().fields().size() != header.size()) {
      throw wrong(
          "line "
              + line
              + ": expected "
              + header.size()
              + " fields as in the header, got "
              + row.get().fields().size());
    }
    return row;
  }

  /** An exception about the field of {@code column} in {@code row}. */
  MalformedDataException wrong(Row row, int column, String expected) {
    return wrong(
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

  @Override
  public void close() throws IOException {
    in.close();
  }

  private static String shown(String field) {
    if (field.isEmpty()) {
      return "an empty field";
    }
    boolean whole = field.length() <= LONGEST_SHOWN;
    return '"' + (whole ? field : field.substring(0, LONGEST_SHOWN) + "…") + '"';
  }

  private void requireNames(Row first) throws MalformedDataException {
    Set<String> seen = new HashSet<>();
    for (String name : first.fields()) {
      if (name.isEmpty() || !seen.add(name)) {
        int column = name.isEmpty() ? first.fields().indexOf("") : seen.size();
        throw wrong(
            "line "
                + first.line()
                + ": column "
                + (column + 1)
                + " needs a name of its own, got "
                + shown(name));
      }
    }
  }

  /** The next line that is not blank. */
  private Optional<Row> nextFilled() throws IOException {
    for (Optional<String> text = nextLine(); text.isPresent(); text = nextLine()) {
      if (!text.get().isBlank()) {
        return Optional.of(new Row(line, CsvLine.split(source, line, text.get())));
      }
    }
    return Optional.empty();
  }

  private Optional<String> nextLine() throws IOException {
    try {
      int c = in.read();
      if (c == BYTE_ORDER_MARK && line == 0) {
        c = in.read();
      }
      line++;
      StringBuilder text = new StringBuilder();
      boolean ended = c < 0;
      for (; c >= 0 && c != '\n'; c = in.read()) {
        if (text.length() == LONGEST_LINE) {
          throw wrong("line " + line + " is longer than " + LONGEST_LINE + " characters");
        }
        if (c != '\r') {
          text.append((char) c);
        }
      }
      return ended ? Optional.empty() : Optional.of(text.toString());
    } catch (CharacterCodingException e) {
      MalformedDataException exception = wrong("expected text in UTF-8");
      exception.initCause(e);
      throw exception;
    }
  }
}
