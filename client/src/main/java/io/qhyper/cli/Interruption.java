package io.qhyper.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C (and SIGTERM): asks the command to stop and holds the process until it has written what it
 * has, for a bounded time. The JVM then ends with 130 (143) by itself.
 *
 * <p>The thread is interrupted too, for what blocks; a command that computes only polls the {@link
 * StopSignal}.
 */
final class Interruption {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Console console;
  private final StopSignal signal;
  private final Thread worker;
  private final Duration patience;
  private final CountDownLatch finished = new CountDownLatch(1);

  Interruption(Console console, StopSignal signal, Thread worker, Duration patience) {
    this.console = console;
    this.signal = signal;
    this.worker = worker;
    this.patience = patience;
  }

  /** Watches for the end of this process, on behalf of the current thread. */
  static Interruption install(Console console, StopSignal signal) {
    Interruption interruption = new Interruption(console, signal, Thread.currentThread(), PATIENCE);
    Runtime.getRuntime().addShutdownHook(new Thread(interruption::onShutdown, "qhyper-interrupt"));
    return interruption;
  }

  /** Tells that the command has returned, so that nothing more needs to be waited for. */
  void commandFinished() {
    finished.countDown();
  }

  /** What the shutdown hook does; nothing if the command has returned. */
  void onShutdown() {
    if (finished.getCount() == 0) {
      return;
    }
    signal.request();
    worker.interrupt();
    try {
      if (!finished.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        console.say("stopped before the command could finish; its output may be incomplete");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
