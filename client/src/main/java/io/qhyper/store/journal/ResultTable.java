package io.qhyper.store.journal;

import io.qhyper.backend.JobResult;
import io.qhyper.shots.Counts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the circuits of the jobs measured. */
final class ResultTable {
  private static final int PLAIN = 0;
  private static final int DEFLATED = 1;

  private final Database database;

  ResultTable(Database database) {
    this.database = database;
  }

  /** The histogram of one register of one row. */
  record Cell(int row, String register, Counts counts) {}

  /** Writes all rows of a job; part of a transaction. */
  void write(long job, JobResult result) throws SQLException {
    for (int row = 0; row < result.rows().size(); row++) {
      int position = 0;
      for (Map.Entry<String, Counts> register : result.rows().get(row).entrySet()) {
        byte[] plain = PackedCounts.bytes(register.getValue());
        byte[] small = Packing.deflated(plain);
        boolean pays = small.length < plain.length;
        byte[] data = pays ? small : plain;
        database.change(
            "INSERT OR REPLACE INTO results VALUES (?,?,?,?,?,?,?,?,?)",
            job,
            row,
            position++,
            register.getKey(),
            register.getValue().width(),
            register.getValue().shots(),
            pays ? DEFLATED : PLAIN,
            data,
            Packing.crc(data));
      }
    }
  }

  /**
   * The result of a job.
   *
   * @throws JournalException if it is damaged or incomplete
   */
  JobResult read(long job, int rows) {
    List<Map<String, Counts>> result = new ArrayList<>();
    for (Cell cell : cells(job)) {
      while (result.size() <= cell.row()) {
        result.add(new LinkedHashMap<>());
      }
      result.get(cell.row()).put(cell.register(), cell.counts());
    }
    if (result.size() != rows) {
      throw new JournalException(
          database.file(),
          "is damaged: job %d has %d rows, its result has %d".formatted(job, rows, result.size()));
    }
    return new JobResult(result);
  }

  /** All histograms of a job, row by row. */
  List<Cell> cells(long job) {
    return database.query(
        row -> cell(job, row), "SELECT * FROM results WHERE job = ? ORDER BY row, position", job);
  }

  private Cell cell(long job, ResultSet row) throws SQLException {
    byte[] data = row.getBytes("data");
    try {
      if (Packing.crc(data) != row.getLong("crc")) {
        throw new IllegalArgumentException("wrong checksum");
      }
      byte[] plain = row.getInt("encoding") == DEFLATED ? Packing.inflated(data) : data;
      Counts counts = PackedCounts.of(row.getInt("width"), plain);
      if (counts.shots() != row.getLong("shots")) {
        throw new IllegalArgumentException(
            counts.shots() + " shots, expected " + row.getLong("shots"));
      }
      return new Cell(row.getInt("row"), row.getString("register"), counts);
    } catch (IllegalArgumentException e) {
      throw new JournalException(
          database.file(),
          "is damaged: row %d of job %d: %s".formatted(row.getInt("row"), job, e.getMessage()),
          e);
    }
  }
}
