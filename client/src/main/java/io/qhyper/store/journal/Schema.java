package io.qhyper.store.journal;

import java.util.List;

/**
 * What the tables look like: the statements that lead from each version to the next.
 *
 * @param migrations entry v leads from version v to v + 1; version 0 is an empty file
 */
record Schema(List<List<String>> migrations) {
  /** "QHYP": tells a journal from other SQLite files. */
  static final int APPLICATION_ID = 0x51485950;

  /** The schema of this program. */
  static final Schema CURRENT = new Schema(List.of(first(), second(), third()));

  /** What the service said of a job that it has lost. */
  static final String LOST = "unknown to the service";

  /**
   * Sessions were facts, of which the one that was open is kept, so that it can be closed. In which
   * session a job was sent was not known: all keep the charges of their own, as they were counted,
   * and the clock of that session, which has them too, is never read. The charge of a job that
   * turned up late stood with its submission; where several did, all are asked for again.
   */
  private static List<String> third() {
    return List.of(
        """
        CREATE TABLE sessions (
          id TEXT PRIMARY KEY,
          kind TEXT NOT NULL CHECK (kind IN ('dedicated', 'batch')),
          opened_at TEXT NOT NULL,
          closed_at TEXT,
          seconds REAL,
          settled INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID\
        """,
        """
        INSERT INTO sessions (id, kind, opened_at, settled)
          SELECT value, CASE key WHEN 'session' THEN 'dedicated' ELSE 'batch' END,
            coalesce((SELECT min(intended_at) FROM submissions), '1970-01-01T00:00:00Z'), 1
          FROM meta WHERE key IN ('session', 'batch') AND value <> ''\
        """,
        "DELETE FROM meta WHERE key IN ('session', 'batch')",
        "ALTER TABLE submissions ADD COLUMN session TEXT",
        "ALTER TABLE submissions ADD COLUMN charge_unknown INTEGER NOT NULL DEFAULT 0",
        "UPDATE submissions SET charge_unknown = 1 WHERE state = 'failed' AND detail = '"
            + LOST
            + "'",
        "ALTER TABLE duplicates ADD COLUMN usage_seconds REAL",
        """
        UPDATE duplicates SET usage_seconds =
            (SELECT usage_seconds FROM submissions
              WHERE submissions.tag = duplicates.tag AND state = 'absent')
          WHERE (SELECT count(*) FROM duplicates AS other WHERE other.tag = duplicates.tag) = 1\
        """,
        "UPDATE submissions SET usage_seconds = NULL WHERE state = 'absent'");
  }

  private static List<String> second() {
    return List.of("ALTER TABLE submissions ADD COLUMN estimate_seconds REAL");
  }

  int version() {
    return migrations.size();
  }

  private static List<String> first() {
    return List.of(
        "PRAGMA application_id = " + APPLICATION_ID,
        "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
        """
        CREATE TABLE jobs (
          id INTEGER PRIMARY KEY,
          seed INTEGER NOT NULL,
          purpose TEXT NOT NULL,
          iteration INTEGER NOT NULL,
          circuit INTEGER NOT NULL,
          attempt INTEGER NOT NULL,
          digest BLOB NOT NULL,
          shots INTEGER NOT NULL,
          circuits INTEGER NOT NULL,
          inputs BLOB NOT NULL,
          state TEXT NOT NULL
            CHECK (state IN ('intended', 'submitted', 'completed', 'failed', 'cancelled')),
          job_id TEXT,
          reason TEXT,
          intended_at TEXT NOT NULL,
          ended_at TEXT,
          UNIQUE (seed, purpose, iteration, circuit, attempt))\
        """,
        """
        CREATE TABLE submissions (
          id INTEGER PRIMARY KEY,
          tag TEXT NOT NULL UNIQUE,
          job INTEGER NOT NULL REFERENCES jobs (id),
          form TEXT NOT NULL,
          part INTEGER NOT NULL,
          state TEXT NOT NULL CHECK (state IN ('intended', 'uncertain', 'accepted', 'refused',
            'absent', 'completed', 'failed', 'cancelled')),
          service_id TEXT,
          usage_seconds REAL,
          detail TEXT,
          intended_at TEXT NOT NULL,
          changed_at TEXT NOT NULL)\
        """,
        "CREATE INDEX submissions_by_job ON submissions (job, form, part)",
        """
        CREATE TABLE duplicates (
          tag TEXT NOT NULL REFERENCES submissions (tag),
          service_id TEXT NOT NULL,
          seen_at TEXT NOT NULL,
          PRIMARY KEY (tag, service_id)) WITHOUT ROWID\
        """,
        """
        CREATE TABLE payloads (
          service_id TEXT PRIMARY KEY,
          data BLOB NOT NULL,
          crc INTEGER NOT NULL)\
        """,
        """
        CREATE TABLE results (
          job INTEGER NOT NULL REFERENCES jobs (id),
          row INTEGER NOT NULL,
          position INTEGER NOT NULL,
          register TEXT NOT NULL,
          width INTEGER NOT NULL,
          shots INTEGER NOT NULL,
          encoding INTEGER NOT NULL,
          data BLOB NOT NULL,
          crc INTEGER NOT NULL,
          PRIMARY KEY (job, row, position)) WITHOUT ROWID\
        """,
        """
        CREATE TABLE restarts (
          restart INTEGER PRIMARY KEY,
          seed INTEGER NOT NULL,
          iteration INTEGER NOT NULL,
          since_best INTEGER NOT NULL,
          optimizer_steps INTEGER NOT NULL,
          vectors BLOB NOT NULL,
          crc INTEGER NOT NULL,
          ending TEXT,
          shots INTEGER NOT NULL,
          circuits INTEGER NOT NULL,
          network TEXT,
          network_loss REAL)\
        """,
        """
        CREATE TABLE measurements (
          restart INTEGER NOT NULL,
          iteration INTEGER NOT NULL,
          confirmation INTEGER NOT NULL,
          loss REAL,
          standard_error REAL,
          loss_shots INTEGER NOT NULL,
          best_loss REAL,
          gradient_norm REAL,
          shots INTEGER NOT NULL,
          circuits INTEGER NOT NULL,
          seconds REAL NOT NULL,
          PRIMARY KEY (restart, iteration, confirmation)) WITHOUT ROWID\
        """);
  }
}
