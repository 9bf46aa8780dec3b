package io.qhyper.bnn;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/** Runs numbered tasks on a number of threads, the caller's among them. */
final class Parallel {
  private Parallel() {}

  /**
   * Runs {@code task} for 0 … tasks−1, each once, and returns when all are done.
   *
   * @throws IllegalArgumentException if {@code threads} is not positive
   */
  static void forEach(int threads, int tasks, IntConsumer task) {
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be 1 or more, got " + threads);
    }
    AtomicInteger next = new AtomicInteger();
    Runnable worker =
        () -> {
          for (int i = next.getAndIncrement(); i < tasks; i = next.getAndIncrement()) {
            task.accept(i);
          }
        };
    int helpers = Math.min(threads, tasks) - 1;
    if (helpers < 1) {
      worker.run();
      return;
    }
    ExecutorService executor = Executors.newFixedThreadPool(helpers, Parallel::daemon);
    try {
      List<CompletableFuture<Void>> running = new ArrayList<>();
      for (int i = 0; i < helpers; i++) {
        running.add(CompletableFuture.runAsync(worker, executor));
      }
      worker.run();
      running.forEach(CompletableFuture::join);
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    } finally {
      executor.shutdown();
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "qhyper-loss");
    thread.setDaemon(true);
    return thread;
  }
}
