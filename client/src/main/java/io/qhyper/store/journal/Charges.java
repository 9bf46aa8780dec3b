package io.qhyper.store.journal;

import java.util.List;

/**
 * What the jobs that a run sent to a service cost: as charged, or as expected until that is known.
 */
public final class Charges {
  private static final String ENDED = "state IN ('completed', 'failed', 'cancelled')";

  /** What was sent while a session was open is charged by the session's clock. */
  private static final String BY_THE_CLOCK =
      "EXISTS (SELECT 1 FROM sessions WHERE kind = 'dedicated'"
          + " AND julianday(intended_at) >= julianday(opened_at)"
          + " AND (closed_at IS NULL OR julianday(intended_at) < julianday(closed_at)))";

  private final Database database;

  Charges(Database database) {
    this.database = database;
  }

  /** A journal of an older version that is only read has no sessions. */
  private boolean hasSessions() {
    return database
        .first(row -> true, "SELECT 1 FROM sqlite_master WHERE name = 'sessions'")
        .isPresent();
  }

  private String byTheClock() {
    return hasSessions() ? BY_THE_CLOCK : "0";
  }

  /** Notes what a job was charged in the end; also one that turned up late. */
  public void charged(String serviceId, double seconds) {
    database.write(
        Durability.EVERY_CALL,
        () -> {
          int changed =
              database.change(
                  "UPDATE submissions SET usage_seconds = ?, changed_at = ? WHERE service_id = ?"
                      + " OR tag IN (SELECT tag FROM duplicates WHERE service_id = ?)",
                  seconds,
                  database.now().toString(),
                  serviceId,
                  serviceId);
          if (changed == 0) {
            throw new JournalException(database.file(), "has no job " + serviceId);
          }
        });
  }

  /** The service's names of jobs that have ended and whose charge is not known yet. */
  public List<String> open() {
    return database.query(
        row -> row.getString(1),
        "SELECT service_id FROM submissions WHERE usage_seconds IS NULL AND "
            + ENDED
            + " UNION ALL SELECT duplicates.service_id FROM duplicates JOIN submissions"
            + " USING (tag) WHERE usage_seconds IS NULL AND state = 'absent'");
  }

  /** How many jobs the service took, those included that turned up late. */
  public long jobs() {
    return Math.round(
        number(
            "SELECT (SELECT count(*) FROM submissions WHERE service_id IS NOT NULL)"
                + " + (SELECT count(*) FROM duplicates)"));
  }

  /** How many of them wait, run, or have no known charge yet. */
  public long unsettled() {
    return Math.round(
        number(
            "SELECT count(*) FROM submissions WHERE service_id IS NOT NULL"
                + " AND usage_seconds IS NULL"));
  }

  /**
   * What one job of the run was charged.
   *
   * @param job its number in the journal, in order of time
   * @param seconds of a quantum computer
   */
  public record Charge(long job, double seconds) {}

  /** What is charged so far, job by job in order of time. */
  public List<Charge> byJob() {
    return database.query(
        row -> new Charge(row.getLong(1), row.getDouble(2)),
        "SELECT job, total(usage_seconds) FROM submissions WHERE usage_seconds IS NOT NULL"
            + " GROUP BY job ORDER BY job");
  }

  /**
   * Seconds charged so far: by sessions as far as their clocks are known, and by jobs that were
   * sent outside them.
   */
  public double seconds() {
    return sessionSeconds()
        + number("SELECT total(usage_seconds) FROM submissions WHERE NOT " + byTheClock());
  }

  /** Seconds on the clocks of sessions, as far as they are known. */
  public double sessionSeconds() {
    return hasSessions()
        ? number("SELECT total(seconds) FROM sessions WHERE kind = 'dedicated'")
        : 0;
  }

  /**
   * Seconds that are expected for all that was, or may have been, sent and is not charged yet. Of a
   * session's jobs that have ended its clock knows.
   */
  public double expectedSeconds() {
    return number(
        "SELECT total(estimate_seconds) FROM submissions WHERE usage_seconds IS NULL"
            + " AND state NOT IN ('refused', 'absent') AND NOT ("
            + byTheClock()
            + " AND "
            + ENDED
            + ")");
  }

  private double number(String sql) {
    return database.first(row -> row.getDouble(1), sql).orElse(0.0);
  }
}
