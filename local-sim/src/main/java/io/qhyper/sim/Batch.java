package io.qhyper.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Runs independent rows on several threads. */
final class Batch {
  private Batch() {}

  /**
   * The results in the order of the rows.
   *
   * <p>The first failure, in that order, is thrown and ends the rest. When the calling thread is
   * interrupted, so are the workers.
   */
  static <T, R> List<R> run(List<T> rows, Function<T, R> work, int threads) {
    int workers = Math.min(threads, rows.size());
    if (workers <= 1) {
      return rows.stream().map(work).toList();
    }
    ExecutorService pool = Executors.newFixedThreadPool(workers, Batch::daemon);
    try {
      List<Future<R>> pending = new ArrayList<>();
      rows.forEach(row -> pending.add(pool.submit(() -> work.apply(row))));
      List<R> results = new ArrayList<>();
      for (Future<R> result : pending) {
        ReferenceEngine.checkNotInterrupted(); // results that are there come without a wait
        results.add(await(result));
      }
      return List.copyOf(results);
    } finally {
      pool.shutdownNow();
    }
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "simulator");
    thread.setDaemon(true);
    return thread;
  }

  private static <R> R await(Future<R> result) {
    try {
      return result.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      CancellationException cancelled = new CancellationException("the simulation was interrupted");
      cancelled.initCause(e);
      throw cancelled;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      if (e.getCause() instanceof Error failure) {
        throw failure;
      }
      throw new IllegalStateException("a row failed", e.getCause());
    }
  }
}
