package io.qhyper.backend.ibm;

import io.qhyper.backend.JobState;
import java.time.Duration;

/**
 * How long to wait before a job is looked at again (reference, section 6.2): 2 s in the first
 * minute, then growing up to a minute while it waits for its turn, up to 5 s while it runs.
 */
final class Polling {
  private static final Duration FIRST = Duration.ofSeconds(2);
  private static final Duration LONGEST_RUNNING = Duration.ofSeconds(5);
  private static final Duration LONGEST_QUEUED = Duration.ofSeconds(60);
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private Polling() {}

  static Duration pause(JobState state, Duration waited) {
    if (waited.compareTo(PATIENCE) < 0) {
      return FIRST;
    }
    Duration share = waited.dividedBy(8);
    Duration longest = state instanceof JobState.Running ? LONGEST_RUNNING : LONGEST_QUEUED;
    return share.compareTo(longest) > 0 ? longest : share;
  }
}
