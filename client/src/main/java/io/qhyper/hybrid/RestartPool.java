package io.qhyper.hybrid;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Runs independent restarts side by side. */
final class RestartPool {
  private RestartPool() {}

  /**
   * The results of restarts 0 … count−1, in order, whatever the number of threads.
   *
   * <p>An interrupt does not end the wait, since restarts end by themselves on a stop request; it
   * is kept for the caller.
   */
  static <T> List<T> run(int count, int threads, IntFunction<T> restart) {
    ExecutorService pool = Executors.newFixedThreadPool(Math.min(count, threads));
    try {
      List<Future<T>> futures = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        int number = i;
        futures.add(pool.submit(() -> restart.apply(number)));
      }
      return futures.stream().map(RestartPool::await).toList();
    } finally {
      pool.shutdownNow();
    }
  }

  private static <T> T await(Future<T> future) {
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
