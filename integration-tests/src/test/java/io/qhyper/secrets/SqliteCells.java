package io.qhyper.secrets;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Reads a database cell by cell: on its pages a long value is in pieces. */
final class SqliteCells {
  private static final byte[] HEADER = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

  private SqliteCells() {}

  static boolean isDatabase(byte[] bytes) {
    return bytes.length > HEADER.length
        && java.util.Arrays.equals(bytes, 0, HEADER.length, HEADER, 0, HEADER.length);
  }

  /**
   * Hands over each text and blob.
   *
   * @throws SQLException if the file is damaged
   */
  static void read(Path file, Consumer<byte[]> cell) throws SQLException {
    // Immutable: nothing is locked, recovered or written.
    String url = "jdbc:sqlite:" + file.toUri() + "?mode=ro&immutable=1";
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      for (String table : tables(statement)) {
        try (ResultSet rows = statement.executeQuery("SELECT * FROM \"" + table + "\"")) {
          int columns = rows.getMetaData().getColumnCount();
          while (rows.next()) {
            for (int column = 1; column <= columns; column++) {
              byte[] bytes = rows.getBytes(column);
              if (bytes != null) {
                cell.accept(bytes);
              }
            }
          }
        }
      }
    }
  }

  private static List<String> tables(Statement statement) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (ResultSet names =
        statement.executeQuery("SELECT name FROM sqlite_master WHERE type = 'table'")) {
      while (names.next()) {
        tables.add(names.getString(1));
      }
    }
    return tables;
  }
}
