package io.qhyper.backend.ibm;

import io.qhyper.backend.JobId;
import io.qhyper.backend.JobState;
import java.time.Duration;

/** Hears how long jobs wait. */
public interface WaitListener {
  /** Hears nothing. */
  WaitListener NONE =
      new WaitListener() {
        @Override
        public void waiting(JobId id, JobState state, Duration waited) {}

        @Override
        public void troubled(JobId id, String reason, Duration waited) {}
      };

  /** Told after each look at a job that has not ended. */
  void waiting(JobId id, JobState state, Duration waited);

  /** Told after each look that failed; that says nothing about the job. */
  void troubled(JobId id, String reason, Duration waited);
}
