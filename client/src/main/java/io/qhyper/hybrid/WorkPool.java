package io.qhyper.hybrid;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * Runs independent pieces of work side by side.
 *
 * <p>An interrupt does not end the wait, since the pieces end by themselves on a stop request; it
 * is kept for the caller.
 */
public final class WorkPool {
  private WorkPool() {}

  /**
   * The results of all pieces, in order, whatever the number of threads.
   *
   * @param threads pieces at once, at least 1
   * @param work must not give null; what it throws ends the wait, and is thrown on
   */
  public static <T, R> List<R> map(List<T> pieces, int threads, Function<T, R> work) {
    if (pieces.isEmpty()) {
      return List.of();
    }
    ExecutorService pool = Executors.newFixedThreadPool(Math.min(pieces.size(), threads));
    try {
      List<Future<R>> futures = new ArrayList<>();
      for (T piece : pieces) {
        futures.add(pool.submit(() -> work.apply(piece)));
      }
      return futures.stream().map(WorkPool::await).toList();
    } finally {
      pool.shutdownNow();
    }
  }

  private static <R> R await(Future<R> future) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return future.get();
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
