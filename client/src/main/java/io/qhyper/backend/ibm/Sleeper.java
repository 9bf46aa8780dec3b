package io.qhyper.backend.ibm;

import java.time.Duration;

/** Lets a thread wait; injected, so that tests need not. */
@FunctionalInterface
public interface Sleeper {
  /** Waits, unless the thread is interrupted before or while it does. */
  void sleep(Duration duration) throws InterruptedException;
}
