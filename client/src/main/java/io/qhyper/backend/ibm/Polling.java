package io.qhyper.backend.ibm;

import io.qhyper.backend.JobState;
import java.time.Duration;

/**
 * How long to wait before a job is looked at again (reference, section 6.2): at the usual pace 2 s
 * in the first minute, then growing up to a minute while it waits for its turn, up to 5 s while it
 * runs.
 *
 * @param first the pause at first; all others are multiples of it
 */
record Polling(Duration first) {
  private static final int PATIENCE = 30;
  private static final double LONGEST_RUNNING = 2.5;
  private static final int LONGEST_QUEUED = 30;

  Duration pause(JobState state, Duration waited) {
    if (waited.compareTo(first.multipliedBy(PATIENCE)) < 0) {
      return first;
    }
    Duration share = waited.dividedBy(8);
    Duration longest =
        state instanceof JobState.Running
            ? Duration.ofMillis(Math.round(first.toMillis() * LONGEST_RUNNING))
            : first.multipliedBy(LONGEST_QUEUED);
    return share.compareTo(longest) > 0 ? longest : share;
  }
}
