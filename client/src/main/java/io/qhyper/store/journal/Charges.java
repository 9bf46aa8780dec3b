package io.qhyper.store.journal;

import java.util.List;

/**
 * What the jobs that a run sent to a service cost: as charged, or as expected until that is known.
 */
public final class Charges {
  private static final String ENDED = "state IN ('completed', 'failed', 'cancelled')";

  /** A session of which no clock is known leaves the charges to its jobs. */
  private static final String BY_THE_CLOCK =
      "EXISTS (SELECT 1 FROM sessions WHERE sessions.id = submissions.session"
          + " AND kind = 'dedicated' AND seconds IS NOT NULL)";

  /** All that the service took, or may have: also what it took twice or late, and should stop. */
  private static final String JOBS =
      "(SELECT job, state, service_id, usage_seconds, estimate_seconds, charge_unknown, "
          + BY_THE_CLOCK
          + " AS by_the_clock FROM submissions UNION ALL SELECT job, 'cancelled',"
          + " duplicates.service_id, duplicates.usage_seconds, estimate_seconds, 0, "
          + BY_THE_CLOCK
          + " FROM duplicates JOIN submissions USING (tag))";

  /** The same for a journal of an older version that is only read; estimates are not asked for. */
  private static final String JOBS_BEFORE_SESSIONS =
      "(SELECT job, state, service_id, iif(state = 'absent', NULL, usage_seconds) AS usage_seconds,"
          + " NULL AS estimate_seconds, 0 AS charge_unknown, 0 AS by_the_clock FROM submissions"
          + " UNION ALL SELECT job, 'cancelled', duplicates.service_id,"
          + " iif(state = 'absent', usage_seconds, NULL), NULL, 0, 0"
          + " FROM duplicates JOIN submissions USING (tag))";

  private static final String OPEN = "usage_seconds IS NULL AND charge_unknown = 0";

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

  private String jobsTable() {
    return hasSessions() ? JOBS : JOBS_BEFORE_SESSIONS;
  }

  /** Notes what a job was charged in the end; also one that turned up late. */
  public void charged(String serviceId, double seconds) {
    database.write(
        Durability.EVERY_CALL,
        () -> {
          int changed =
              database.change(
                  "UPDATE submissions SET usage_seconds = ?, changed_at = ? WHERE service_id = ?",
                  seconds,
                  database.now().toString(),
                  serviceId);
          changed +=
              database.change(
                  "UPDATE duplicates SET usage_seconds = ? WHERE service_id = ?",
                  seconds,
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
        "SELECT service_id FROM " + jobsTable() + " WHERE " + OPEN + " AND " + ENDED);
  }

  /** Whether all charges are final of jobs that have ended and of sessions that were closed. */
  public boolean isSettled() {
    return open().isEmpty()
        && (!hasSessions()
            || number(
                    "SELECT count(*) FROM sessions WHERE kind = 'dedicated' AND settled = 0"
                        + " AND closed_at IS NOT NULL")
                == 0);
  }

  /** How many jobs the service took, those included that turned up late. */
  public long jobs() {
    return count("service_id IS NOT NULL");
  }

  /** How many of them wait, run, or have no known charge yet. */
  public long unsettled() {
    return count("service_id IS NOT NULL AND " + OPEN);
  }

  /** How many of them the service has lost, so that nobody will know what they were charged. */
  public long unknown() {
    return count("usage_seconds IS NULL AND charge_unknown = 1");
  }

  private long count(String which) {
    return Math.round(number("SELECT count(*) FROM " + jobsTable() + " WHERE " + which));
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
        "SELECT job, total(usage_seconds) FROM "
            + jobsTable()
            + " WHERE usage_seconds IS NOT NULL GROUP BY job ORDER BY job");
  }

  /**
   * Seconds charged so far: by sessions as far as their clocks are known, and by jobs that were
   * sent outside them.
   */
  public double seconds() {
    return sessionSeconds()
        + number("SELECT total(usage_seconds) FROM " + jobsTable() + " WHERE NOT by_the_clock");
  }

  /** Seconds on the clocks of sessions, as far as they are known. */
  public double sessionSeconds() {
    return hasSessions()
        ? number("SELECT total(seconds) FROM sessions WHERE kind = 'dedicated'")
        : 0;
  }

  /**
   * Seconds that are expected for all that was, or may have been, sent and is not charged yet, or
   * was lost. Of a session's jobs that have ended its clock knows.
   */
  public double expectedSeconds() {
    return number(
        "SELECT total(estimate_seconds) FROM "
            + jobsTable()
            + " WHERE usage_seconds IS NULL AND state NOT IN ('refused', 'absent')"
            + " AND NOT (by_the_clock AND "
            + ENDED
            + ")");
  }

  private double number(String sql) {
    return database.first(row -> row.getDouble(1), sql).orElse(0.0);
  }
}
