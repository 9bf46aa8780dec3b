package io.qhyper.backend.ibm;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A clock that stands still but for those who sleep by it. */
final class FakeTime extends Clock {
  static final Instant START = Instant.parse("2026-11-23T12:00:00Z");

  private final List<Duration> sleeps = new CopyOnWriteArrayList<>();
  private volatile Instant now = START;

  Timing timing() {
    return new Timing(this, this::sleep, () -> 0.5);
  }

  private synchronized void sleep(Duration pause) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    sleeps.add(pause);
    now = now.plus(pause);
  }

  void advance(Duration by) {
    now = now.plus(by);
  }

  List<Duration> sleeps() {
    return sleeps;
  }

  Duration slept() {
    return sleeps.stream().reduce(Duration.ZERO, Duration::plus);
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
