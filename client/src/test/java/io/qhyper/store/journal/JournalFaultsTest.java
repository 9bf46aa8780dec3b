package io.qhyper.store.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.qhyper.backend.JobId;
import io.qhyper.backend.JobRequest;
import io.qhyper.backend.JobResult;
import io.qhyper.random.Purpose;
import io.qhyper.random.StreamKey;
import io.qhyper.shots.BitString;
import io.qhyper.shots.Counts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JournalFaultsTest {
  private static final Clock CLOCK = Clock.systemUTC();

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void makeARun() throws IOException {
    file = folder.resolve(RunJournal.FILE);
    try (RunJournal journal = RunJournal.create(folder, CLOCK, Map.of("options", "x"))) {
      journal.trustTheSystem();
      for (int iteration = 0; iteration < 20; iteration++) {
        complete(journal, iteration);
      }
    }
  }

  private static JobRequest request(int iteration) {
    return new JobRequest(
        "OPENQASM 3;",
        List.of(new double[] {1, -0.0, iteration}),
        1000,
        StreamKey.of(7, Purpose.GRADIENT).withIteration(iteration));
  }

  private static JobResult result(int iteration) {
    UniformRandomProvider random = StreamKey.of(iteration, Purpose.SAMPLING).open();
    Map<BitString, Long> entries = new HashMap<>();
    for (int i = 0; i < 200; i++) {
      entries.put(BitString.of(40, random.nextLong() >>> 24), 1 + random.nextLong(1000));
    }
    return new JobResult(List.of(Map.of("c", Counts.of(40, entries))));
  }

  private static void complete(RunJournal journal, int iteration) {
    journal.jobs().intend(List.of(request(iteration)));
    journal.jobs().submitted(request(iteration), new JobId("j" + iteration));
    journal.jobs().completed(request(iteration), result(iteration));
  }

  private static void open(Path run) throws IOException {
    RunJournal.open(run, CLOCK).close();
  }

  private void sql(String statement) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
      connection.createStatement().execute(statement);
    }
  }

  private void isRefused(String... words) {
    assertThatThrownBy(() -> open(folder))
        .isInstanceOf(JournalException.class)
        .hasMessageStartingWith(file.toString())
        .hasMessageContainingAll(words);
    assertThat(folder.resolve(RunJournal.LOCK)).doesNotExist();
  }

  @Test
  void keepsWhatItWasTold() throws IOException {
    try (RunJournal journal = RunJournal.open(folder, CLOCK)) {
      for (int iteration = 0; iteration < 20; iteration++) {
        assertThat(journal.jobs().result(request(iteration))).contains(result(iteration));
      }
      assertThat(journal.jobs().result(request(20))).isEmpty();
      assertThat(journal.fact("options")).contains("x");
    }
  }

  @Test
  void cutOffAtAnyLengthIsRefused() throws IOException {
    byte[] whole = Files.readAllBytes(file);
    UniformRandomProvider random = StreamKey.of(1, Purpose.SAMPLING).open();
    for (int i = 0; i < 20; i++) {
      Files.write(file, Arrays.copyOf(whole, 1 + random.nextInt(whole.length - 4096)));

      isRefused("");
    }
    Files.write(file, Arrays.copyOf(whole, whole.length / 2));
    isRefused("damaged or cut off");
  }

  @Test
  void aFlippedByteInAResultIsFound() throws IOException, SQLException {
    sql("UPDATE results SET data = zeroblob(length(data)) WHERE job = 3");

    try (RunJournal journal = RunJournal.open(folder, CLOCK)) {
      assertThatThrownBy(() -> journal.jobs().result(request(2)))
          .isInstanceOf(JournalException.class)
          .hasMessageContaining("wrong checksum");
      assertThat(journal.jobs().result(request(1))).contains(result(1));
    }
  }

  @Test
  void otherFilesAreRefused() throws IOException, SQLException {
    sql("PRAGMA application_id = 1");
    isRefused("is no journal");
    Files.writeString(file, "some text that is no data base at all, ".repeat(100));
    isRefused("is no journal");
  }

  @Test
  void aNewerSchemaIsRefused() throws SQLException {
    sql("PRAGMA user_version = 99");

    isRefused("newer version", "99");
  }

  @Test
  void anOlderSchemaIsMigratedWithItsContent() throws IOException {
    List<List<String>> migrations = new ArrayList<>(Schema.CURRENT.migrations());
    migrations.add(List.of("ALTER TABLE jobs ADD COLUMN note TEXT"));
    Schema next = new Schema(migrations);

    for (int i = 0; i < 2; i++) { // the second time there is nothing to do
      try (Database database = Database.open(file, CLOCK, Access.WRITE)) {
        JournalFormat.check(database, next, Access.WRITE);
        assertThat(database.query(row -> row.getString(1), "SELECT note FROM jobs")).hasSize(20);
      }
    }
    isRefused("newer version");
  }

  @Test
  void aSessionThatWasAFactIsKeptAsOpen() throws IOException {
    Path older = Files.createDirectory(folder.resolve("older"));
    Path journal = older.resolve(RunJournal.FILE);
    try (Database database = Database.open(journal, CLOCK, Access.CREATE)) {
      JournalFormat.prepare(database, new Schema(Schema.CURRENT.migrations().subList(0, 2)));
      database.write(() -> JournalFormat.put(database, "session", "s1"));
      database.write(() -> JournalFormat.put(database, "batch", ""));
    }

    try (RunJournal read = RunJournal.read(older, CLOCK)) {
      assertThat(read.charges().seconds()).isZero(); // also before it is migrated
    }
    try (RunJournal opened = RunJournal.open(older, CLOCK)) {
      assertThat(opened.sessions().open())
          .extracting(Sessions.Session::id, Sessions.Session::kind)
          .containsExactly(tuple("s1", Sessions.Kind.DEDICATED));
      assertThat(opened.fact("session")).isEmpty();
    }
  }

  /** A job charged 5 s, one of unknown charge, one that turned up late for 7 s, a lost one. */
  private static void sent(Database database) throws SQLException {
    database.change(
        "INSERT INTO jobs (id, seed, purpose, iteration, circuit, attempt, digest, shots, circuits,"
            + " inputs, state, intended_at) VALUES (1, 1, 'GRADIENT', 0, 0, 0, x'', 8, 1, x'',"
            + " 'submitted', '2026-05-01T12:00:00Z')");
    String[] submissions = {
      "'a', 'completed', 'd1', 5, ''",
      "'b', 'completed', 'd2', NULL, ''",
      "'c', 'absent', NULL, 7, ''",
      "'d', 'failed', 'd4', NULL, 'unknown to the service'"
    };
    for (String submission : submissions) {
      database.change(
          "INSERT INTO submissions (job, form, part, intended_at, changed_at, tag, state,"
              + " service_id, usage_seconds, detail) VALUES (1, 'text', 0, '2026-05-01T12:00:00Z',"
              + " '2026-05-01T12:00:00Z', "
              + submission
              + ")");
    }
    database.change("INSERT INTO duplicates VALUES ('c', 'd3', '2026-05-01T13:00:00Z')");
    database.change("INSERT INTO duplicates VALUES ('b', 'd5', '2026-05-01T13:00:00Z')");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void chargesOfAnOlderVersionStandBesideTheSessionThatItLeftOpen(int version) throws IOException {
    Path older = Files.createDirectory(folder.resolve("older"));
    Path journal = older.resolve(RunJournal.FILE);
    try (Database database = Database.open(journal, CLOCK, Access.CREATE)) {
      JournalFormat.prepare(database, new Schema(Schema.CURRENT.migrations().subList(0, version)));
      database.write(() -> JournalFormat.put(database, "session", "s1"));
      database.write(() -> sent(database));
    }

    try (RunJournal read = RunJournal.read(older, CLOCK)) {
      assertThat(read.charges().seconds()).isEqualTo(5 + 7);
      assertThat(read.charges().jobs()).isEqualTo(5);
    }
    try (RunJournal opened = RunJournal.open(older, CLOCK)) {
      Charges charges = opened.charges();
      assertThat(charges.seconds()).isEqualTo(5 + 7);
      assertThat(charges.jobs()).isEqualTo(5);
      assertThat(charges.open()).containsExactlyInAnyOrder("d2", "d5");
      assertThat(charges.unknown()).isEqualTo(1);
      assertThat(opened.sessions().open())
          .extracting(Sessions.Session::id, Sessions.Session::isSettled)
          .containsExactly(tuple("s1", true));
      assertThat(opened.sessions().unsettled()).isEmpty(); // its clock has the same jobs

      charges.charged("d2", 11);
      charges.charged("d5", 13);
      assertThat(charges.seconds()).isEqualTo(5 + 7 + 11 + 13);
    }
  }

  @Test
  void aMissingOrEmptyFileIsNoRun() throws IOException {
    Files.write(file, new byte[0]);

    assertThatThrownBy(() -> open(folder))
        .isInstanceOf(JournalException.class)
        .hasMessageContaining("so it is no run");
  }

  @Test
  void aFullDiskKeepsTheLastGoodState() throws IOException {
    int kept = 20;
    try (RunJournal journal = RunJournal.open(folder, CLOCK)) {
      journal.limitPages((int) (Files.size(file) / 4096) + 4);
      assertThatThrownBy(
              () -> {
                for (int iteration = 20; ; iteration++) {
                  complete(journal, iteration);
                }
              })
          .isInstanceOf(JournalException.class)
          .hasMessageContaining("the disk is full");
      while (journal.jobs().result(request(kept)).isPresent()) {
        kept++;
      }
      assertThatThrownBy(() -> complete(journal, 99)).hasMessageContaining("earlier write failed");
    }
    try (RunJournal journal = RunJournal.open(folder, CLOCK)) {
      for (int iteration = 0; iteration < kept; iteration++) {
        assertThat(journal.jobs().result(request(iteration))).contains(result(iteration));
      }
      complete(journal, kept);
      assertThat(journal.jobs().result(request(kept))).contains(result(kept));
    }
  }

  @Test
  void aFolderThatCannotBeWrittenIsRefusedButCanBeRead() throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
    try {
      assumeThat(Files.isWritable(folder)).as("not root").isFalse();
      assertThatThrownBy(() -> open(folder)).isInstanceOf(IOException.class);
      try (RunJournal journal = RunJournal.read(folder, CLOCK)) {
        assertThat(journal.shots().jobs()).hasSize(20);
      }
    } finally {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  @Test
  void aSecondProcessIsRefusedByTheNameOfTheFirst() throws IOException {
    String pid = Long.toString(ProcessHandle.current().pid());
    try (RunJournal first = RunJournal.open(folder, CLOCK)) {
      assertThatThrownBy(() -> open(folder))
          .isInstanceOf(JournalException.class)
          .hasMessageContainingAll("another process works on this run", "pid " + pid, "host");
      assertThat(first.fact("options")).contains("x");
      try (RunJournal reader = RunJournal.read(folder, CLOCK)) {
        assertThat(reader.shots().jobs()).hasSize(20);
      }
    }
    open(folder);
    assertThat(folder.resolve(RunJournal.LOCK)).doesNotExist();
  }

  @Test
  void theLockOfADeadProcessIsTaken() throws IOException {
    Files.writeString(folder.resolve(RunJournal.LOCK), "pid 999999999 on host elsewhere, since x");

    open(folder);

    assertThat(folder.resolve(RunJournal.LOCK)).doesNotExist();
  }
}
