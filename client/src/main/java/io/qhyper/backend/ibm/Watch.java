package io.qhyper.backend.ibm;

import io.qhyper.backend.JobState;
import java.time.Duration;
import java.time.Instant;

/**
 * The looks at one job: those who wait come and go, but the service is asked at one pace.
 *
 * <p>For one thread at a time.
 */
final class Watch {
  private final Instant since;
  private Instant next;
  private JobState last = new JobState.Queued();

  Watch(Instant since) {
    this.since = since;
    this.next = since;
  }

  /** What the last look saw. */
  JobState last() {
    return last;
  }

  boolean isDue(Instant now) {
    return !now.isBefore(next);
  }

  void saw(JobState state) {
    last = state;
  }

  Duration waited(Instant now) {
    return Duration.between(since, now);
  }

  void lookAgain(Instant at) {
    next = at;
  }

  /** Until the next look; nothing if it is due. */
  Duration pause(Instant now) {
    return isDue(now) ? Duration.ZERO : Duration.between(now, next);
  }
}
