package io.qhyper.store.journal;

import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteOpenMode;

/** How a file is opened. */
enum Access {
  /** A new file. */
  CREATE {
    @Override
    void apply(SQLiteConfig config) {
      // Making a missing file is what SQLite does by itself.
    }
  },
  /** An existing file, to go on with it. */
  WRITE {
    @Override
    void apply(SQLiteConfig config) {
      config.resetOpenMode(SQLiteOpenMode.CREATE);
    }
  },
  /** An existing file that is only looked at. */
  READ {
    @Override
    void apply(SQLiteConfig config) {
      config.setReadOnly(true);
    }
  };

  abstract void apply(SQLiteConfig config);
}
