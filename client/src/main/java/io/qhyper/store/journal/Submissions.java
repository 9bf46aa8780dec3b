package io.qhyper.store.journal;

import io.qhyper.backend.JobRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What was sent to a service for the jobs of a run. Everything told here is durable when the call
 * returns; tags are unique over all runs.
 */
public final class Submissions {
  private final Database database;
  private final JobTable jobs;

  Submissions(Database database, JobTable jobs) {
    this.database = database;
    this.jobs = jobs;
  }

  /** Where a submission stands. */
  public enum State {
    /** About to be sent. */
    INTENDED,
    /** Sent, but nobody knows whether the service took it. */
    UNCERTAIN,
    /** Taken; the service's id is known. */
    ACCEPTED,
    /** Not taken. */
    REFUSED,
    /** Ended well. */
    COMPLETED,
    /** Ended without a result. */
    FAILED,
    /** Ended because someone asked for it. */
    CANCELLED
  }

  /**
   * One part of a job that was sent.
   *
   * @param tag unique name that went with it
   * @param part number of the part within the job, from 0
   * @param backend name of the backend
   * @param serviceId the service's name for it; empty if it is not known
   * @param usageSeconds what was charged; empty if it is not known
   * @param detail what the service said last
   * @param intendedAt when it was about to be sent
   */
  public record Submission(
      String tag,
      int part,
      String backend,
      State state,
      Optional<String> serviceId,
      OptionalDouble usageSeconds,
      Optional<String> detail,
      Instant intendedAt) {
    static Submission read(ResultSet row) throws SQLException {
      double usage = row.getDouble("usage_seconds");
      OptionalDouble charged = row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(usage);
      return new Submission(
          row.getString("tag"),
          row.getInt("part"),
          row.getString("backend"),
          State.valueOf(row.getString("state").toUpperCase(java.util.Locale.ROOT)),
          Optional.ofNullable(row.getString("service_id")),
          charged,
          Optional.ofNullable(row.getString("detail")),
          Instant.parse(row.getString("intended_at")));
    }
  }

  /**
   * Notes that a part of a job, which the loop has announced, is about to be sent.
   *
   * @return the tag to send with it
   */
  public String intend(JobRequest request, int part, String backend) {
    long job = jobs.id(request);
    String run =
        database
            .first(row -> row.getString(1), "SELECT value FROM meta WHERE key = 'run_id'")
            .orElseThrow();
    int earlier =
        database
            .first(
                row -> row.getInt(1),
                "SELECT count(*) FROM submissions WHERE job = ? AND part = ?",
                job,
                part)
            .orElse(0);
    String tag = "qhyper-%s-%d-%d-%d".formatted(run, job, part, earlier + 1);
    String now = database.now().toString();
    database.write(
        Durability.EVERY_CALL,
        () ->
            database.change(
                "INSERT INTO submissions (tag, job, part, backend, state, intended_at, changed_at)"
                    + " VALUES (?,?,?,?,'intended',?,?)",
                tag,
                job,
                part,
                backend,
                now,
                now));
    return tag;
  }

  /** Notes that the service has taken a submission under an id. */
  public void accepted(String tag, String serviceId) {
    change(tag, "state = 'accepted', service_id = ?", serviceId);
  }

  /** Notes another state, with what the service said. */
  public void changed(String tag, State state, String detail) {
    change(tag, "detail = ?, state = '" + lower(state) + "'", detail);
  }

  /** Notes what a submission has cost so far. */
  public void charged(String tag, double seconds) {
    change(tag, "usage_seconds = ?", seconds);
  }

  private static String lower(State state) {
    return state.name().toLowerCase(java.util.Locale.ROOT);
  }

  private void change(String tag, String what, Object value) {
    database.write(
        Durability.EVERY_CALL,
        () -> {
          int changed =
              database.change(
                  "UPDATE submissions SET " + what + ", changed_at = ? WHERE tag = ?",
                  value,
                  database.now().toString(),
                  tag);
          if (changed != 1) {
            throw new JournalException(database.file(), "has no submission " + tag);
          }
        });
  }

  /** Keeps the raw result of a submission. */
  public void keepPayload(String tag, byte[] payload) {
    byte[] data = Packing.deflated(payload);
    database.write(
        Durability.EVERY_CALL,
        () ->
            database.change(
                "INSERT OR REPLACE INTO payloads VALUES (?,?,?)", tag, data, Packing.crc(data)));
  }

  /**
   * The raw result of a submission.
   *
   * @throws JournalException if it is damaged
   */
  public Optional<byte[]> payload(String tag) {
    return database.first(
        row -> {
          byte[] data = row.getBytes("data");
          if (Packing.crc(data) != row.getLong("crc")) {
            throw new JournalException(database.file(), "is damaged: the payload of " + tag);
          }
          return Packing.inflated(data);
        },
        "SELECT data, crc FROM payloads WHERE tag = ?",
        tag);
  }

  /** What was sent for the present attempt at a job, parts in order, each in order of time. */
  public List<Submission> of(JobRequest request) {
    return database.query(
        Submission::read,
        "SELECT * FROM submissions WHERE job = ? ORDER BY part, intended_at, tag",
        jobs.id(request));
  }

  /** All that was sent and has not ended, such as uncertain ones. */
  public List<Submission> open() {
    return database.query(
        Submission::read,
        "SELECT * FROM submissions WHERE state IN ('intended', 'uncertain', 'accepted')"
            + " ORDER BY intended_at, tag");
  }

  /** Seconds charged so far for the whole run. */
  public double usageSeconds() {
    return database
        .first(row -> row.getDouble(1), "SELECT total(usage_seconds) FROM submissions")
        .orElse(0.0);
  }
}
