package io.qhyper.store.journal;

import io.qhyper.backend.Digest;
import io.qhyper.backend.JobId;
import io.qhyper.backend.JobRequest;
import io.qhyper.backend.JobResult;
import io.qhyper.backend.JobState;
import io.qhyper.hybrid.JobLog;
import io.qhyper.random.StreamKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The jobs of a run, by the stream that names each of them. */
final class JobTable implements JobLog {
  static final String KEY = "seed = ? AND purpose = ? AND iteration = ? AND circuit = ?";
  private static final String LAST =
      "SELECT id, attempt, digest, state, job_id FROM jobs WHERE "
          + KEY
          + " ORDER BY attempt DESC LIMIT 1";

  private final Database database;
  private final ResultTable results;

  JobTable(Database database, ResultTable results) {
    this.database = database;
    this.results = results;
  }

  /** The last attempt at a job. */
  @SuppressWarnings("ArrayRecordComponent") // read once and compared
  private record Attempt(long id, int number, byte[] digest, String state, String jobId) {
    static Attempt read(ResultSet row) throws SQLException {
      return new Attempt(
          row.getLong("id"),
          row.getInt("attempt"),
          row.getBytes("digest"),
          row.getString("state"),
          row.getString("job_id"));
    }

    boolean isOver() {
      return state.equals("failed") || state.equals("cancelled");
    }
  }

  private Optional<Attempt> find(StreamKey key) {
    return database.first(
        Attempt::read, LAST, key.seed(), key.purpose().name(), key.iteration(), key.circuit());
  }

  private Optional<Attempt> last(JobRequest request) {
    StreamKey key = request.stream();
    Optional<Attempt> last = find(key);
    if (last.isPresent() && !Arrays.equals(last.get().digest(), Digest.of(request))) {
      throw new JournalException(
          database.file(),
          "the job %s of iteration %d is known, but asked for something else: the data, the program or this version differ from those that began the run; start a new one"
              .formatted(key.purpose(), key.iteration()));
    }
    return last;
  }

  /** The number of the last attempt at a job, by which other tables know it. */
  long id(StreamKey stream) {
    return find(stream)
        .map(Attempt::id)
        .orElseThrow(() -> new JournalException(database.file(), "has no job " + stream));
  }

  @Override
  public Optional<JobResult> result(JobRequest request) {
    return last(request)
        .filter(attempt -> attempt.state().equals("completed"))
        .map(attempt -> results.read(attempt.id(), request.rows().size()));
  }

  @Override
  public Optional<JobId> submission(JobRequest request) {
    return last(request)
        .filter(attempt -> !attempt.isOver() && attempt.jobId() != null)
        .map(attempt -> new JobId(attempt.jobId()));
  }

  @Override
  public void intend(List<JobRequest> requests) {
    database.write(
        () -> {
          for (JobRequest request : requests) {
            Optional<Attempt> last = last(request);
            if (last.isEmpty() || last.get().isOver()) {
              insert(request, last.map(Attempt::number).orElse(0) + 1);
            }
          }
        });
  }

  private void insert(JobRequest request, int attempt) throws SQLException {
    StreamKey key = request.stream();
    database.change(
        "INSERT INTO jobs (seed, purpose, iteration, circuit, attempt, digest, shots, circuits,"
            + " inputs, state, intended_at) VALUES (?,?,?,?,?,?,?,?,?,'intended',?)",
        key.seed(),
        key.purpose().name(),
        key.iteration(),
        key.circuit(),
        attempt,
        Digest.of(request),
        request.shots(),
        request.rows().size(),
        Packing.deflated(Vectors.bytes(request.rows())),
        database.now().toString());
  }

  @Override
  public void submitted(JobRequest request, JobId id) {
    database.write(
        () ->
            database.change(
                "UPDATE jobs SET state = 'submitted', job_id = ? WHERE id = ?",
                id.value(),
                id(request.stream())));
  }

  @Override
  public void completed(JobRequest request, JobResult result) {
    database.write(
        () -> {
          long job = id(request.stream());
          results.write(job, result);
          end(job, "completed", null);
        });
  }

  @Override
  public void ended(JobRequest request, JobState state) {
    String reason = state instanceof JobState.Failed failed ? failed.reason() : null;
    database.write(
        () -> end(id(request.stream()), reason == null ? "cancelled" : "failed", reason));
  }

  private void end(long job, String state, String reason) throws SQLException {
    database.change(
        "UPDATE jobs SET state = ?, reason = ?, ended_at = ? WHERE id = ?",
        state,
        reason,
        database.now().toString(),
        job);
  }
}
