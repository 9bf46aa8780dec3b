package io.qhyper.store.journal;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * One open SQLite file and its transactions. Safe for use by several threads, one at a time.
 *
 * <p>Statements are kept for reuse. After a failed write the open transaction is undone and nothing
 * more is accepted, so that the file keeps its last good state.
 */
final class Database implements AutoCloseable {
  private static final Duration INTERVAL = Duration.ofSeconds(1);
  private static final int BUSY_MILLIS = 10_000;

  private final Path file;
  private final Clock clock;
  private Durability durability = Durability.EVERY_CALL;
  private final Connection connection;
  private final Map<String, PreparedStatement> statements = new HashMap<>();
  private boolean inTransaction;
  private boolean broken;
  private Instant committed;

  /** Reads a row of a result. */
  interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** Several statements that are written together or not at all. */
  interface Work {
    void run() throws SQLException;
  }

  private Database(Path file, Clock clock, Connection connection) {
    this.file = file;
    this.clock = clock;
    this.connection = connection;
    this.committed = clock.instant();
  }

  /**
   * Opens a file; SQLite undoes what a killed process left half done.
   *
   * @param access what for
   */
  static Database open(Path file, Clock clock, Access access) {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(BUSY_MILLIS);
    config.enforceForeignKeys(true);
    config.setJournalMode(SQLiteConfig.JournalMode.DELETE);
    access.apply(config);
    try {
      Connection connection = config.createConnection("jdbc:sqlite:" + file.toUri());
      Database database = new Database(file, clock, connection);
      // The journal's removal is what commits; FULL would not wait until the folder has it, too.
      database.execute("PRAGMA synchronous = EXTRA");
      // Otherwise a large transaction would lock out readers before it is committed.
      database.execute("PRAGMA cache_spill = OFF");
      return database;
    } catch (SQLiteException e) {
      throw trouble(file, e);
    } catch (SQLException e) { // not SQLite itself, but what loads it
      throw new JournalException(
          file,
          "SQLite cannot be loaded: it is unpacked to a temporary folder, which may be full or"
              + " forbid code; name another, as in QHYPER_JAVA_OPTS=-Dorg.sqlite.tmpdir=DIR",
          e);
    }
  }

  /** Runs a statement that gives nothing back. */
  void execute(String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw trouble(file, e);
    }
  }

  /** All rows that a query gives. */
  synchronized <T> List<T> query(Row<T> row, String sql, Object... arguments) {
    try {
      PreparedStatement statement = prepared(sql, arguments);
      try (ResultSet result = statement.executeQuery()) {
        List<T> rows = new ArrayList<>();
        while (result.next()) {
          rows.add(row.read(result));
        }
        return rows;
      }
    } catch (SQLException e) {
      throw trouble(file, e);
    }
  }

  /** The first row that a query gives. */
  <T> Optional<T> first(Row<T> row, String sql, Object... arguments) {
    return query(row, sql, arguments).stream().findFirst();
  }

  /** Changes rows; part of a {@link #write}. */
  int change(String sql, Object... arguments) throws SQLException {
    return prepared(sql, arguments).executeUpdate();
  }

  /** Says when later writes reach the disk; at first, every one does at once. */
  synchronized void durability(Durability newDurability) {
    durability = newDurability;
  }

  /** Writes with the durability that was asked for. */
  synchronized void write(Work work) {
    write(durability, work);
  }

  /** Writes statements together or not at all. */
  synchronized void write(Durability needed, Work work) {
    if (broken) {
      throw new JournalException(file, "an earlier write failed; nothing more is written");
    }
    try {
      if (!inTransaction) {
        run("BEGIN IMMEDIATE");
        inTransaction = true;
      }
      work.run();
      if (needed == Durability.EVERY_CALL
          || Duration.between(committed, clock.instant()).compareTo(INTERVAL) >= 0) {
        commit();
      }
    } catch (SQLException | RuntimeException e) {
      broken = true;
      rollBack(e);
      throw e instanceof SQLException trouble ? trouble(file, trouble) : (RuntimeException) e;
    }
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private void commit() throws SQLException {
    run("COMMIT");
    inTransaction = false;
    committed = clock.instant();
  }

  private void rollBack(Exception reason) {
    if (inTransaction) {
      inTransaction = false;
      try {
        run("ROLLBACK");
      } catch (SQLException e) { // SQLite has done so itself after a full disk, for example
        reason.addSuppressed(e);
      }
    }
  }

  /** Writes what is not on the disk yet. */
  synchronized void flush() {
    if (inTransaction) {
      write(Durability.EVERY_CALL, () -> {});
    }
  }

  private PreparedStatement prepared(String sql, Object... arguments) throws SQLException {
    PreparedStatement statement = statements.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      statements.put(sql, statement);
    }
    for (int i = 0; i < arguments.length; i++) {
      statement.setObject(i + 1, arguments[i]);
    }
    return statement;
  }

  Path file() {
    return file;
  }

  Instant now() {
    return clock.instant();
  }

  /** Writes what is left and closes the file. */
  @Override
  public synchronized void close() {
    try {
      flush();
    } catch (JournalException e) {
      closeAfter(e);
      throw e;
    }
    try {
      connection.close();
    } catch (SQLException e) {
      throw trouble(file, e);
    }
  }

  private void closeAfter(JournalException reason) {
    try {
      connection.close();
    } catch (SQLException e) {
      reason.addSuppressed(e);
    }
  }

  /** What went wrong, in words, with what to do. */
  private static JournalException trouble(Path file, SQLException e) {
    SQLiteErrorCode code =
        e instanceof SQLiteException own ? own.getResultCode() : SQLiteErrorCode.UNKNOWN_ERROR;
    return new JournalException(file, words(code.code & 0xff, e), e);
  }

  private static String words(int code, SQLException e) {
    if (code == SQLiteErrorCode.SQLITE_FULL.code) {
      return "the disk is full; the last good state is kept: make room and resume the run";
    } else if (code == SQLiteErrorCode.SQLITE_NOTADB.code) {
      return "is no journal of a run";
    } else if (code == SQLiteErrorCode.SQLITE_CORRUPT.code) {
      return "is damaged or cut off; restore it from a copy, or start a new run with --config";
    } else if (code == SQLiteErrorCode.SQLITE_READONLY.code
        || code == SQLiteErrorCode.SQLITE_CANTOPEN.code
        || code == SQLiteErrorCode.SQLITE_PERM.code) {
      return "cannot be opened to write; check the folder and its permissions";
    } else if (code == SQLiteErrorCode.SQLITE_BUSY.code
        || code == SQLiteErrorCode.SQLITE_LOCKED.code) {
      return "another process is writing to it; try again later";
    } else if (code == SQLiteErrorCode.SQLITE_IOERR.code) {
      return "cannot be read or written (a full or failing disk, or a limit on the size of files);"
          + " the last good state is kept";
    }
    return "the journal failed: " + e.getMessage();
  }
}
