package io.qhyper.store.journal;

import io.qhyper.bnn.LossCache.Scored;
import io.qhyper.hybrid.Ending;
import io.qhyper.hybrid.LoopSnapshot;
import io.qhyper.hybrid.LoopState;
import io.qhyper.hybrid.LoopStore;
import io.qhyper.optim.OptimizerState;
import io.qhyper.shots.BitString;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The last snapshot of each restart. */
final class RestartTable implements LoopStore {
  private static final String OPTIMIZER = "optimizer/";
  private static final String COLUMNS =
      "restart, seed, iteration, since_best, optimizer_steps, vectors, crc, ending, shots, circuits,"
          + " network, network_loss";

  private final Database database;
  private final MeasurementTable measurements;

  RestartTable(Database database, MeasurementTable measurements) {
    this.database = database;
    this.measurements = measurements;
  }

  @Override
  public Optional<LoopSnapshot> find(int restart) {
    return database.first(
        this::read, "SELECT " + COLUMNS + " FROM restarts WHERE restart = ?", restart);
  }

  List<LoopSnapshot> all() {
    return database.query(this::read, "SELECT " + COLUMNS + " FROM restarts ORDER BY restart");
  }

  /** Together with the measurements that led to it. */
  @Override
  public void save(LoopSnapshot snapshot) {
    byte[] vectors = Vectors.bytes(vectors(snapshot));
    LoopState state = snapshot.state();
    database.write(
        () -> {
          measurements.writePending();
          database.change(
              "INSERT OR REPLACE INTO restarts (" + COLUMNS + ") VALUES (?,?,?,?,?,?,?,?,?,?,?,?)",
              snapshot.restart(),
              snapshot.seed(),
              state.iteration(),
              state.sinceBest(),
              state.optimizer().steps(),
              vectors,
              Packing.crc(vectors),
              snapshot.ending().map(Ending::name).orElse(null),
              snapshot.shots(),
              snapshot.circuits(),
              snapshot.network().map(network -> network.bits().toString()).orElse(null),
              snapshot.network().map(Scored::loss).orElse(null));
        });
  }

  private static Map<String, double[]> vectors(LoopSnapshot snapshot) {
    LoopState state = snapshot.state();
    Map<String, double[]> vectors = new LinkedHashMap<>();
    vectors.put("start", snapshot.start());
    vectors.put("theta", state.theta());
    vectors.put("best", state.best());
    // Not a column, since a column does not tell -0.0 from 0.0.
    vectors.put("best_loss", new double[] {state.bestLoss()});
    state.optimizer().vectors().forEach((name, values) -> vectors.put(OPTIMIZER + name, values));
    return vectors;
  }

  private LoopSnapshot read(ResultSet row) throws SQLException {
    byte[] bytes = row.getBytes("vectors");
    if (Packing.crc(bytes) != row.getLong("crc")) {
      throw damaged(row, "has a wrong checksum");
    }
    String network = row.getString("network");
    String ending = row.getString("ending");
    try {
      Map<String, double[]> vectors = Vectors.of(bytes);
      return new LoopSnapshot(
          row.getInt("restart"),
          row.getLong("seed"),
          vectors.get("start"),
          state(row, vectors),
          Optional.ofNullable(ending).map(Ending::valueOf),
          row.getLong("shots"),
          row.getLong("circuits"),
          network == null
              ? Optional.empty()
              : Optional.of(new Scored(BitString.parse(network), row.getDouble("network_loss"))));
    } catch (IllegalArgumentException e) {
      throw damaged(row, e.getMessage());
    }
  }

  private JournalException damaged(ResultSet row, String trouble) throws SQLException {
    return new JournalException(
        database.file(), "is damaged: the state of restart " + row.getInt(1) + ": " + trouble);
  }

  private static LoopState state(ResultSet row, Map<String, double[]> vectors) throws SQLException {
    Map<String, double[]> optimizer = new LinkedHashMap<>();
    vectors.forEach(
        (name, values) -> {
          if (name.startsWith(OPTIMIZER)) {
            optimizer.put(name.substring(OPTIMIZER.length()), values);
          }
        });
    for (String name : List.of("start", "theta", "best", "best_loss")) {
      if (!vectors.containsKey(name)) {
        throw new IllegalArgumentException("has no vector " + name);
      }
    }
    return new LoopState(
        row.getLong("iteration"),
        vectors.get("theta"),
        new OptimizerState(row.getLong("optimizer_steps"), optimizer),
        vectors.get("best"),
        vectors.get("best_loss")[0],
        row.getInt("since_best"));
  }
}
