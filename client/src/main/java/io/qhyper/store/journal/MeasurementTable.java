package io.qhyper.store.journal;

import io.qhyper.hybrid.LossEstimate;
import io.qhyper.hybrid.Measurement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The learning curve; what is measured is written with the state that follows from it. */
final class MeasurementTable {
  private final Database database;
  private final List<TimedMeasurement> pending = new ArrayList<>();

  MeasurementTable(Database database) {
    this.database = database;
  }

  void add(TimedMeasurement measured) {
    synchronized (pending) {
      pending.add(measured);
    }
  }

  /** Writes what was added since the last call; part of a transaction. */
  void writePending() throws SQLException {
    List<TimedMeasurement> batch;
    synchronized (pending) {
      batch = List.copyOf(pending);
      pending.clear();
    }
    for (TimedMeasurement timed : batch) {
      Measurement measured = timed.measurement();
      database.change(
          "INSERT OR REPLACE INTO measurements VALUES (?,?,?,?,?,?,?,?,?,?,?)",
          measured.restart(),
          measured.iteration(),
          timed.isConfirmation() ? 1 : 0,
          number(measured.loss().mean()),
          number(measured.loss().standardError()),
          measured.loss().shots(),
          number(measured.bestLoss()),
          number(measured.gradientNorm()),
          measured.shots(),
          measured.circuits(),
          timed.seconds());
    }
  }

  private static Double number(double value) {
    return Double.isNaN(value) ? null : value;
  }

  List<TimedMeasurement> all() {
    return database.query(
        MeasurementTable::read,
        "SELECT * FROM measurements ORDER BY restart, iteration, confirmation");
  }

  double lastSeconds() {
    return database
        .first(row -> row.getDouble(1), "SELECT max(seconds) FROM measurements")
        .orElse(0.0);
  }

  private static TimedMeasurement read(ResultSet row) throws SQLException {
    return new TimedMeasurement(
        new Measurement(
            row.getInt("restart"),
            row.getLong("iteration"),
            new LossEstimate(
                number(row, "loss"), number(row, "standard_error"), row.getLong("loss_shots")),
            number(row, "best_loss"),
            number(row, "gradient_norm"),
            row.getLong("shots"),
            row.getLong("circuits")),
        row.getDouble("seconds"));
  }

  private static double number(ResultSet row, String column) throws SQLException {
    double value = row.getDouble(column);
    return row.wasNull() ? Double.NaN : value;
  }
}
