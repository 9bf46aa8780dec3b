package io.qhyper.support;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still but for those who sleep by it. */
public final class VirtualClock extends Clock {
  private volatile Instant now = Instant.parse("2026-11-23T12:00:00Z");

  /** Lets time pass at once, as a sleep would. */
  public synchronized void sleep(Duration pause) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    pass(pause);
  }

  /** Lets time pass at once. */
  public synchronized void pass(Duration time) {
    now = now.plus(time);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }

  @Override
  public Instant instant() {
    return now;
  }
}
