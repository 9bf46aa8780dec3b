package io.qhyper.store.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The sessions and batches of a service in which jobs of a run were sent. Everything told here is
 * durable when the call returns.
 */
public final class Sessions {
  private final Database database;

  Sessions(Database database) {
    this.database = database;
  }

  /** How the jobs of a session are charged. */
  public enum Kind {
    /** By the clock of the session: what its jobs are charged is part of that. */
    DEDICATED,
    /** By the job. */
    BATCH;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * One of them.
   *
   * @param id the service's name for it
   * @param openedAt when it was opened
   * @param closedAt when it was found or made to take no more jobs; empty while it may
   * @param seconds on its clock, as the service said last; empty if it never did
   * @param isSettled whether its clock does not matter any more: it is over, or its jobs are
   *     charged by themselves
   */
  public record Session(
      String id,
      Kind kind,
      Instant openedAt,
      Optional<Instant> closedAt,
      OptionalDouble seconds,
      boolean isSettled) {
    private static Session read(ResultSet row) throws SQLException {
      double seconds = row.getDouble("seconds");
      OptionalDouble known = row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(seconds);
      return new Session(
          row.getString("id"),
          Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
          Instant.parse(row.getString("opened_at")),
          Optional.ofNullable(row.getString("closed_at")).map(Instant::parse),
          known,
          row.getBoolean("settled"));
    }
  }

  /** Notes one that takes jobs from now on. */
  public void opened(String id, Kind kind) {
    database.write(
        Durability.EVERY_CALL,
        () ->
            database.change(
                "INSERT OR REPLACE INTO sessions (id, kind, opened_at) VALUES (?,?,?)",
                id,
                kind.toString(),
                database.now().toString()));
  }

  /** Notes what its clock shows, as the service says. */
  public void clock(String id, double seconds) {
    database.write(
        Durability.EVERY_CALL,
        () -> database.change("UPDATE sessions SET seconds = ? WHERE id = ?", seconds, id));
  }

  /** Notes that its clock has stopped, and is not to be asked for again. */
  public void settled(String id) {
    database.write(
        Durability.EVERY_CALL,
        () -> database.change("UPDATE sessions SET settled = 1 WHERE id = ?", id));
  }

  /** Notes that it takes no more jobs. */
  public void closed(String id) {
    database.write(
        Durability.EVERY_CALL,
        () ->
            database.change(
                "UPDATE sessions SET closed_at = ? WHERE id = ? AND closed_at IS NULL",
                database.now().toString(),
                id));
  }

  /** Those that may take jobs still, the last one first. */
  public List<Session> open() {
    return database.query(
        Session::read,
        "SELECT * FROM sessions WHERE closed_at IS NULL ORDER BY opened_at DESC, id");
  }

  /** Those charged by their clock, closed or not, of which it is not known where it stopped. */
  public List<Session> unsettled() {
    return database.query(
        Session::read,
        "SELECT * FROM sessions WHERE kind = 'dedicated' AND settled = 0 ORDER BY opened_at, id");
  }

  /** The time of the journal's clock. */
  public Instant now() {
    return database.now();
  }
}
