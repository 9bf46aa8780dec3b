package io.qhyper.study;

import io.qhyper.hybrid.StopSignal;
import io.qhyper.hybrid.StoppedException;
import io.qhyper.hybrid.WorkPool;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Runs the cells of a grid side by side, keeps each when it is done, and goes on where an earlier
 * process ended. Numbers do not depend on threads or on interruptions.
 */
public final class Study {
  private final Grid grid;
  private final StudyFolder folder;
  private final StopSignal stop;
  private final Listener listener;
  private final int threads;
  private final Workbench bench;
  private final Map<Cell, List<Measured>> done = new LinkedHashMap<>();
  private final Map<Cell, String> failed = new LinkedHashMap<>();

  /** Hears of cells that are done or failed; called by one thread at a time. */
  @FunctionalInterface
  public interface Listener {
    /**
     * A cell ended.
     *
     * @param ended cells that are done or failed, those of earlier processes included
     * @param failures those that failed
     * @param cell the settings of this one
     */
    void ended(int ended, int failures, String cell);
  }

  /**
   * A study that has not begun.
   *
   * @param stop leaves out the cells that are not done
   * @param clock for deadlines of trainings, of which studies have none
   * @param threads cells at once, at least 1
   */
  public Study(
      Grid grid, StudyFolder folder, StopSignal stop, Clock clock, Listener listener, int threads) {
    this.grid = grid;
    this.folder = folder;
    this.stop = stop;
    this.listener = listener;
    this.threads = threads;
    this.bench = new Workbench(stop, clock, threads);
  }

  /**
   * Measures what is missing and writes the table.
   *
   * @throws IOException if a file cannot be read or written
   */
  public StudyOutcome run() throws IOException {
    List<Cell> missing = new ArrayList<>();
    for (Cell cell : grid.all()) {
      Optional<List<Measured>> earlier = folder.find(cell);
      if (earlier.isPresent()) {
        done.put(cell, earlier.get());
      } else {
        missing.add(cell);
      }
    }
    int kept = done.size();
    boolean isWhole =
        WorkPool.map(missing, threads, this::measure).stream().allMatch(hasEnded -> hasEnded);
    // An interrupt has done its work; it must not break the files that are written now.
    Thread.interrupted();
    List<Cell> all = grid.all();
    List<StudyOutcome.Failure> failures =
        all.stream()
            .filter(failed::containsKey)
            .map(c -> new StudyOutcome.Failure(c.key(), c.label(), failed.get(c)))
            .toList();
    folder.write(
        all.stream()
            .filter(done::containsKey)
            .map(c -> new StudyOutcome.Done(c, done.get(c)))
            .toList(),
        failures);
    return new StudyOutcome(all.size(), kept, done.size(), failures, !isWhole);
  }

  /** Whether the cell has ended; not if a stop request came first. */
  private boolean measure(Cell cell) {
    if (stop.isRequested()) {
      return false;
    }
    List<Measured> measurements;
    try {
      measurements = cell.task().measure(cell, bench);
    } catch (StoppedException e) {
      return false;
    } catch (RuntimeException e) { // must not stop the other cells
      if (stop.isRequested()) {
        return false;
      }
      fail(cell, e);
      return true;
    }
    folder.keep(cell, measurements);
    synchronized (this) {
      done.put(cell, measurements);
      tell(cell);
    }
    return true;
  }

  private synchronized void fail(Cell cell, RuntimeException reason) {
    String message = reason.getMessage();
    failed.put(cell, message == null ? reason.toString() : message);
    tell(cell);
  }

  private void tell(Cell cell) {
    listener.ended(done.size() + failed.size(), failed.size(), cell.label());
  }
}
