package io.qhyper.store.journal;

import io.qhyper.backend.Digest;
import io.qhyper.hybrid.JobLog;
import io.qhyper.hybrid.LoopSnapshot;
import io.qhyper.hybrid.LoopStore;
import io.qhyper.hybrid.Measurement;
import io.qhyper.store.ProcessLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that is known of a run, in one file. While it is open to write, no other process can have it
 * so. Safe for use by several threads.
 *
 * <p>Every method throws {@link JournalException} if the file cannot be read or written.
 */
public final class RunJournal implements AutoCloseable {
  /** The file in the run folder. */
  public static final String FILE = "journal.db";

  /** The file that says who works on the run; gone when nobody does. */
  public static final String LOCK = "run.lock";

  private final Database database;
  private final Optional<ProcessLock> lock;
  private final MeasurementTable measurements;
  private final RestartTable restarts;
  private final ResultTable results;
  private final JobTable jobs;
  private final Instant opened;
  private final double secondsBefore;

  private RunJournal(Database database, Optional<ProcessLock> lock) {
    this.database = database;
    this.lock = lock;
    this.measurements = new MeasurementTable(database);
    this.restarts = new RestartTable(database, measurements);
    this.results = new ResultTable(database);
    this.jobs = new JobTable(database, results);
    this.opened = database.now();
    this.secondsBefore = measurements.lastSeconds();
  }

  /**
   * Makes the journal of a new run.
   *
   * @param folder the run's folder
   * @param facts what {@link #fact} will tell
   * @throws IOException if the lock cannot be made
   */
  public static RunJournal create(Path folder, Clock clock, Map<String, String> facts)
      throws IOException {
    ProcessLock lock = lock(folder, clock);
    try {
      begin(folder, clock, facts);
      return new RunJournal(opened(folder, clock, Access.WRITE), Optional.of(lock));
    } catch (IOException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private static ProcessLock lock(Path folder, Clock clock) throws IOException {
    return ProcessLock.take(
        folder.resolve(LOCK),
        clock.instant(),
        holder ->
            new JournalException(
                folder,
                "another process works on this run (%s); wait for it or stop it"
                    .formatted(holder)));
  }

  /** Under another name until it is complete: a process may be killed at any instant. */
  private static void begin(Path folder, Clock clock, Map<String, String> facts)
      throws IOException {
    Path unfinished = folder.resolve(FILE + ".new");
    Files.deleteIfExists(unfinished);
    Files.deleteIfExists(folder.resolve(FILE + ".new-journal"));
    String unique =
        folder.toAbsolutePath() + " " + ProcessHandle.current().pid() + " " + clock.instant();
    byte[] digest = Digest.of(unique);
    try (Database database = Database.open(unfinished, clock, Access.CREATE)) {
      JournalFormat.prepare(database, Schema.CURRENT);
      database.write(
          () -> {
            JournalFormat.put(database, "run_id", HexFormat.of().formatHex(digest, 0, 8));
            JournalFormat.put(database, "status", "running");
            for (Map.Entry<String, String> fact : facts.entrySet()) {
              JournalFormat.put(database, fact.getKey(), fact.getValue());
            }
          });
    }
    Files.move(unfinished, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
  }

  /**
   * Opens a run to go on with it.
   *
   * @throws JournalException also if there is none, it is damaged, another process has it, or a
   *     newer version of this program made it
   * @throws IOException if the lock cannot be made
   */
  public static RunJournal open(Path folder, Clock clock) throws IOException {
    checkExists(folder);
    ProcessLock lock = lock(folder, clock);
    try {
      return new RunJournal(opened(folder, clock, Access.WRITE), Optional.of(lock));
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /** Opens a run to look at it, also while another process works on it. */
  public static RunJournal read(Path folder, Clock clock) {
    checkExists(folder);
    // What a killed process left half done can only be undone by writing.
    Access access =
        Files.exists(folder.resolve(FILE + "-journal")) && Files.isWritable(folder)
            ? Access.WRITE
            : Access.READ;
    return new RunJournal(opened(folder, clock, access), Optional.empty());
  }

  private static Database opened(Path folder, Clock clock, Access access) {
    Database database = Database.open(folder.resolve(FILE), clock, access);
    try {
      JournalFormat.check(database, Schema.CURRENT, access);
      return database;
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  private static void checkExists(Path folder) {
    if (!exists(folder)) {
      throw new JournalException(folder, "has no " + FILE + ", so it is no run that can be read");
    }
  }

  /** Whether a folder has a journal with anything in it. */
  public static boolean exists(Path folder) {
    return folder.resolve(FILE).toFile().length() > 0;
  }

  /** Says when what is told later reaches the disk; at first, all does at once. */
  public void durability(Durability durability) {
    database.durability(durability);
  }

  /** A fact on the run, such as {@code options}. */
  public Optional<String> fact(String key) {
    return JournalFormat.get(database, key);
  }

  /** Keeps a fact in place of what was known under that key. */
  public void note(String key, String value) {
    database.write(Durability.EVERY_CALL, () -> JournalFormat.put(database, key, value));
  }

  /** What is known of the jobs, for the loop. */
  public JobLog jobs() {
    return jobs;
  }

  /** What was sent to a service for them, for backends. */
  public Submissions submissions() {
    return new Submissions(database, jobs);
  }

  /** What these jobs cost. */
  public Charges charges() {
    return new Charges(database);
  }

  /** The sessions of a service in which they were sent. */
  public Sessions sessions() {
    return new Sessions(database);
  }

  /** How far the restarts are, for the loop. */
  public LoopStore restarts() {
    return restarts;
  }

  /** The last snapshot of every restart that has begun. */
  public List<LoopSnapshot> snapshots() {
    return restarts.all();
  }

  /** Everything measured so far, job by job. */
  public Shots shots() {
    return new Shots(database, results);
  }

  /** Notes a line of the learning curve; it is written with the state that follows from it. */
  public TimedMeasurement measured(Measurement measurement) {
    TimedMeasurement timed = new TimedMeasurement(measurement, spent().toNanos() / 1e9);
    measurements.add(timed);
    return timed;
  }

  /** The learning curve, by restart and iteration. */
  public List<TimedMeasurement> measurements() {
    return measurements.all();
  }

  /** How long the run has taken, the time between its processes left out. */
  public Duration spent() {
    return Duration.between(opened, database.now()).plusNanos(Math.round(secondsBefore * 1e9));
  }

  /** Whether the run has come to its end. */
  public boolean isFinished() {
    return fact("status").equals(Optional.of("finished"));
  }

  /** Notes that the run has come to its end, with its report. */
  public void finish(String report) {
    database.write(
        Durability.EVERY_CALL,
        () -> {
          measurements.writePending();
          JournalFormat.put(database, "report", report);
          JournalFormat.put(database, "status", "finished");
        });
  }

  /** Writes what is not on the disk yet. */
  public void flush() {
    database.write(Durability.EVERY_CALL, measurements::writePending);
  }

  /** Leaves the moment of writing to the operating system, where only the process can die. */
  void trustTheSystem() {
    database.execute("PRAGMA synchronous = OFF");
  }

  /** Lets the file grow no further, as a full disk would. */
  void limitPages(int pages) {
    database.execute("PRAGMA max_page_count = " + pages);
  }

  /** Writes what is left, and lets others in. */
  @Override
  public void close() throws IOException {
    try {
      database.close();
    } finally {
      if (lock.isPresent()) {
        lock.get().close();
      }
    }
  }
}
