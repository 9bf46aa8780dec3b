package io.qhyper.study;

import io.qhyper.hybrid.StopSignal;
import io.qhyper.hybrid.StoppedException;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

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
    measure(missing);
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
    boolean isWhole = done.size() + failed.size() == all.size();
    return new StudyOutcome(all.size(), kept, done.size(), failures, !isWhole);
  }

  private void measure(List<Cell> missing) {
    if (missing.isEmpty()) {
      return;
    }
    ExecutorService pool = Executors.newFixedThreadPool(Math.min(threads, missing.size()));
    try {
      List<Future<?>> futures = new ArrayList<>();
      for (Cell cell : missing) {
        futures.add(pool.submit(() -> measure(cell)));
      }
      futures.forEach(Study::await);
    } finally {
      pool.shutdownNow();
    }
  }

  private void measure(Cell cell) {
    if (stop.isRequested()) {
      return;
    }
    List<Measured> measurements;
    try {
      measurements = cell.task().measure(cell, bench);
    } catch (StoppedException e) {
      return;
    } catch (RuntimeException e) { // must not stop the other cells
      if (!stop.isRequested()) {
        fail(cell, e);
      }
      return;
    }
    folder.keep(cell, measurements);
    synchronized (this) {
      done.put(cell, measurements);
      tell(cell);
    }
  }

  private synchronized void fail(Cell cell, RuntimeException reason) {
    String message = reason.getMessage();
    failed.put(cell, message == null ? reason.toString() : message);
    tell(cell);
  }

  private void tell(Cell cell) {
    listener.ended(done.size() + failed.size(), failed.size(), cell.label());
  }

  /** Cells end by themselves on a stop request, so that an interrupt need not end the wait. */
  private static void await(Future<?> future) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          future.get();
          return;
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (e.getCause() instanceof Error cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
