package io.qhyper.cli;

import io.qhyper.page.LivePage;
import io.qhyper.report.page.RunPage;
import io.qhyper.report.page.RunRecord;
import io.qhyper.store.journal.RunJournal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The page of a run as its journal stands. The journal is read when it has changed, and is open
 * only while it is read, so that the process that writes it never waits long.
 */
final class LiveRun implements Supplier<LivePage> {
  private final Path run;
  private final Clock clock;
  private final RunPage page;
  private Optional<Seen> last = Optional.empty();

  private record Seen(FileTime changed, LivePage live) {}

  LiveRun(Path run, Clock clock, RunPage page) {
    this.run = run;
    this.clock = clock;
    this.page = page;
  }

  @Override
  public LivePage get() {
    try {
      FileTime changed = Files.getLastModifiedTime(run.resolve(RunJournal.FILE));
      if (last.isEmpty() || !last.get().changed().equals(changed)) {
        last = Optional.of(new Seen(changed, read()));
      }
      return last.get().live();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private LivePage read() throws IOException {
    RunRecord record;
    boolean finished;
    try (RunJournal journal = RunJournal.read(run, clock)) {
      record = RunRecord.of(run, journal);
      finished = journal.isFinished();
    }
    return new LivePage(page.page(record), !finished);
  }
}
