package io.qhyper.store.journal;

import io.qhyper.random.Purpose;
import io.qhyper.shots.Counts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalInt;

/** Everything that the circuits of a run measured, to be read back without running them again. */
public final class Shots {
  private final Database database;
  private final ResultTable results;

  Shots(Database database, ResultTable results) {
    this.database = database;
    this.results = results;
  }

  /**
   * A completed job.
   *
   * @param number its number in the journal, in order of time
   * @param restart the restart that it belongs to; empty if that is not known
   * @param purpose what it was for
   * @param iteration the step
   * @param shots of each circuit
   * @param circuits how many
   */
  public record Job(
      long number, OptionalInt restart, Purpose purpose, long iteration, int shots, int circuits) {
    private static Job read(ResultSet row) throws SQLException {
      int restart = row.getInt("restart");
      OptionalInt known = row.wasNull() ? OptionalInt.empty() : OptionalInt.of(restart);
      return new Job(
          row.getLong("id"),
          known,
          Purpose.valueOf(row.getString("purpose")),
          row.getLong("iteration"),
          row.getInt("shots"),
          row.getInt("circuits"));
    }
  }

  /**
   * What one circuit left in one register.
   *
   * @param circuit its row in the job, from 0
   */
  public record Histogram(int circuit, String register, Counts counts) {}

  /** The completed jobs, in order of time. */
  public List<Job> jobs() {
    return database.query(
        Job::read,
        "SELECT jobs.*, restarts.restart FROM jobs LEFT JOIN restarts ON restarts.seed = jobs.seed"
            + " WHERE jobs.state = 'completed' ORDER BY jobs.id");
  }

  /** The input values of a job's circuits, one row each, as they were sent. */
  public List<double[]> inputs(Job job) {
    byte[] bytes =
        database
            .first(row -> row.getBytes(1), "SELECT inputs FROM jobs WHERE id = ?", job.number())
            .orElseThrow(() -> new JournalException(database.file(), "has no job " + job));
    try {
      return Vectors.rows(Packing.inflated(bytes), job.circuits());
    } catch (IllegalArgumentException e) {
      throw new JournalException(
          database.file(), "is damaged: inputs of job %d".formatted(job.number()), e);
    }
  }

  /** The histograms of a job, circuit by circuit. */
  public List<Histogram> of(Job job) {
    return results.cells(job.number()).stream()
        .map(cell -> new Histogram(cell.row(), cell.register(), cell.counts()))
        .toList();
  }

  /**
   * What a job's circuits left in one register, circuit by circuit.
   *
   * @throws JournalException if a circuit has no such register
   */
  public List<Counts> register(Job job, String register) {
    List<Counts> counts =
        of(job).stream()
            .filter(histogram -> histogram.register().equals(register))
            .map(Histogram::counts)
            .toList();
    if (counts.size() != job.circuits()) {
      throw new JournalException(
          database.file(),
          "has %d histograms of register '%s' in job %d of %d circuits"
              .formatted(counts.size(), register, job.number(), job.circuits()));
    }
    return counts;
  }
}
