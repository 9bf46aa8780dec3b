package io.qhyper.store.journal;

import java.util.List;
import java.util.Optional;

/** Tells journals from other files, and brings them to the present schema. */
final class JournalFormat {
  private JournalFormat() {}

  /** Makes the tables of a new journal. */
  static void prepare(Database database, Schema schema) {
    migrate(database, schema, 0);
  }

  /**
   * Refuses what is no journal, or a damaged one; migrates an older one if it is opened to write.
   */
  static void check(Database database, Schema schema, Access access) {
    if (number(database, "application_id") != Schema.APPLICATION_ID) {
      throw new JournalException(database.file(), "is no journal of a run");
    }
    int version = number(database, "user_version");
    if (version > schema.version()) {
      throw new JournalException(
          database.file(),
          "was written by a newer version of qhyper (schema %d, this one knows %d); use that version"
              .formatted(version, schema.version()));
    }
    List<String> faults = database.query(row -> row.getString(1), "PRAGMA quick_check(1)");
    if (!faults.equals(List.of("ok"))) {
      throw new JournalException(
          database.file(),
          "is damaged or cut off; restore it from a copy, or start a new run with --config: "
              + faults.get(0));
    }
    if (version < schema.version() && access == Access.WRITE) {
      migrate(database, schema, version);
    }
  }

  private static void migrate(Database database, Schema schema, int from) {
    database.write(
        Durability.EVERY_CALL,
        () -> {
          for (List<String> step : schema.migrations().subList(from, schema.version())) {
            for (String sql : step) {
              database.execute(sql);
            }
          }
          database.execute("PRAGMA user_version = " + schema.version());
        });
  }

  private static int number(Database database, String pragma) {
    return database.first(row -> row.getInt(1), "PRAGMA " + pragma).orElse(0);
  }

  static void put(Database database, String key, String value) throws java.sql.SQLException {
    database.change("INSERT OR REPLACE INTO meta VALUES (?,?)", key, value);
  }

  static Optional<String> get(Database database, String key) {
    return database.first(row -> row.getString(1), "SELECT value FROM meta WHERE key = ?", key);
  }
}
