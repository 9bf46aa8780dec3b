package io.qhyper.store.journal;

import io.qhyper.random.StreamKey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.zip.DeflaterOutputStream;

/**
 * What was sent to a service for the jobs of a run. Everything told here is durable when the call
 * returns. The job itself has been announced by {@link io.qhyper.hybrid.JobLog#intend}.
 */
public final class Submissions {
  private static final String SUBMISSION =
      "SELECT submissions.*, attempt = (SELECT max(attempt) FROM jobs AS other WHERE other.seed ="
          + " jobs.seed AND other.purpose = jobs.purpose AND other.iteration = jobs.iteration AND"
          + " other.circuit = jobs.circuit) AS present"
          + " FROM submissions JOIN jobs ON jobs.id = submissions.job";

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
    /** Not found until the horizon, and given up. */
    ABSENT,
    /** Ended well. */
    COMPLETED,
    /** Ended without a result. */
    FAILED,
    /** Ended because someone asked for it. */
    CANCELLED;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * One part of a job that was sent.
   *
   * @param tag unique name that went with it
   * @param form how it was sent
   * @param part number of the part within the job, from 0
   * @param serviceId the service's name for it; empty if it is not known
   * @param usageSeconds what was charged; empty if it is not known
   * @param detail what the service said last
   * @param intendedAt when it was about to be sent
   * @param isPresent whether it belongs to the last attempt at the job, not to one that has failed
   */
  public record Submission(
      String tag,
      String form,
      int part,
      State state,
      Optional<String> serviceId,
      OptionalDouble usageSeconds,
      Optional<String> detail,
      Instant intendedAt,
      boolean isPresent) {
    private static Submission read(ResultSet row) throws SQLException {
      double usage = row.getDouble("usage_seconds");
      OptionalDouble charged = row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(usage);
      return new Submission(
          row.getString("tag"),
          row.getString("form"),
          row.getInt("part"),
          State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
          Optional.ofNullable(row.getString("service_id")),
          charged,
          Optional.ofNullable(row.getString("detail")),
          Instant.parse(row.getString("intended_at")),
          row.getBoolean("present"));
    }
  }

  /**
   * Notes that a part of a job is about to be sent.
   *
   * @param stream the name of the job
   * @param form how it is sent, a word of the backend's own
   * @param tag never used before
   * @param session the service's name of the session or batch that it is sent in; empty for a
   *     single job
   * @param seconds that it will be charged, estimated
   */
  public void intended(
      StreamKey stream,
      String form,
      int part,
      String tag,
      Optional<String> session,
      Instant at,
      double seconds) {
    long job = jobs.id(stream);
    database.write(
        Durability.EVERY_CALL,
        () ->
            database.change(
                "INSERT INTO submissions (tag, job, form, part, session, state, intended_at,"
                    + " changed_at, estimate_seconds) VALUES (?,?,?,?,?,'intended',?,?,?)",
                tag,
                job,
                form,
                part,
                session.orElse(null),
                at.toString(),
                at.toString(),
                seconds));
  }

  /** Notes that the service has taken a submission under an id. */
  public void accepted(String tag, String serviceId) {
    change("state = 'accepted', service_id = ?", serviceId, "tag", tag);
  }

  /** Notes another state, with the reason. */
  public void changed(String tag, State state, String detail) {
    change("state = '" + state + "', detail = ?", detail, "tag", tag);
  }

  /** Notes how a job of the service ended. */
  public void ended(String serviceId, State state, String detail) {
    change("state = '" + state + "', detail = ?", detail, "service_id", serviceId);
  }

  private void change(String what, Object value, String column, String name) {
    database.write(
        Durability.EVERY_CALL,
        () -> {
          int changed =
              database.change(
                  "UPDATE submissions SET " + what + ", changed_at = ? WHERE " + column + " = ?",
                  value,
                  database.now().toString(),
                  name);
          if (changed == 0) {
            throw new JournalException(
                database.file(), "has no submission with " + column + " " + name);
          }
        });
  }

  /** Notes another job of the service for a submission; it has been asked to stop. */
  public void duplicate(String tag, String serviceId) {
    database.write(
        Durability.EVERY_CALL,
        () ->
            database.change(
                "INSERT OR IGNORE INTO duplicates (tag, service_id, seen_at) VALUES (?,?,?)",
                tag,
                serviceId,
                database.now().toString()));
  }

  /** Takes the raw result of a job of the service and keeps it, packed, when it is closed. */
  public OutputStream payloadSink(String serviceId) {
    ByteArrayOutputStream small = new ByteArrayOutputStream();
    return new DeflaterOutputStream(small) {
      private boolean isKept;

      @Override
      public void close() throws IOException {
        super.close();
        if (!isKept) {
          isKept = true;
          keep(serviceId, small.toByteArray());
        }
      }
    };
  }

  private void keep(String serviceId, byte[] data) {
    database.write(
        Durability.EVERY_CALL,
        () ->
            database.change(
                "INSERT OR REPLACE INTO payloads VALUES (?,?,?)",
                serviceId,
                data,
                Packing.crc(data)));
  }

  /**
   * The raw result of a job of the service.
   *
   * @throws JournalException if it is damaged
   */
  public Optional<byte[]> payload(String serviceId) {
    return database.first(
        row -> {
          byte[] data = row.getBytes("data");
          if (Packing.crc(data) != row.getLong("crc")) {
            throw new JournalException(database.file(), "is damaged: the payload of " + serviceId);
          }
          return Packing.inflated(data);
        },
        "SELECT data, crc FROM payloads WHERE service_id = ?",
        serviceId);
  }

  /** What was sent last for a part of a job, by any attempt at it. */
  public Optional<Submission> last(StreamKey stream, String form, int part) {
    return database.first(
        Submission::read,
        SUBMISSION
            + " WHERE "
            + JobTable.KEY
            + " AND form = ? AND part = ? ORDER BY submissions.id DESC LIMIT 1",
        stream.seed(),
        stream.purpose().name(),
        stream.iteration(),
        stream.circuit(),
        form,
        part);
  }

  /** All that was sent and has not ended, in order of time. */
  public List<Submission> open() {
    return database.query(
        Submission::read,
        SUBMISSION
            + " WHERE submissions.state IN ('intended', 'uncertain', 'accepted')"
            + " ORDER BY submissions.id");
  }

  /** What was taken, for the last attempts at jobs whose result has not come, in order of time. */
  public List<Submission> unfetched() {
    return database
        .query(
            Submission::read,
            SUBMISSION
                + " WHERE submissions.state IN ('accepted', 'completed')"
                + " AND jobs.state IN ('intended', 'submitted') ORDER BY submissions.id")
        .stream()
        .filter(Submission::isPresent)
        .toList();
  }

  /**
   * Notes that the service has lost a job, which makes the whole attempt one that has failed, and
   * what it was charged unknown for good.
   */
  public void lost(String tag) {
    String reason = Schema.LOST;
    String now = database.now().toString();
    database.write(
        Durability.EVERY_CALL,
        () -> {
          database.change(
              "UPDATE submissions SET state = 'failed', charge_unknown = 1, detail = ?, changed_at"
                  + " = ? WHERE tag = ?",
              reason,
              now,
              tag);
          database.change(
              "UPDATE jobs SET state = 'failed', reason = ?, ended_at = ?"
                  + " WHERE id = (SELECT job FROM submissions WHERE tag = ?)",
              reason,
              now,
              tag);
        });
  }

  /** Whether a job of the service was accepted in this run. */
  public boolean isAccepted(String serviceId) {
    return database
        .first(row -> true, "SELECT 1 FROM submissions WHERE service_id = ? LIMIT 1", serviceId)
        .isPresent();
  }

  /** How many there are, whatever became of them. */
  public long count() {
    return database.first(row -> row.getLong(1), "SELECT count(*) FROM submissions").orElseThrow();
  }

  /** Tags of submissions that were given up, and whose jobs have not turned up since. */
  public List<String> absentTags() {
    return database.query(
        row -> row.getString(1),
        "SELECT tag FROM submissions WHERE state = 'absent'"
            + " AND tag NOT IN (SELECT tag FROM duplicates) ORDER BY id");
  }
}
