package io.qhyper.backend.ibm;

import io.qhyper.backend.JobId;
import io.qhyper.backend.ibm.IbmException.Kind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Finds out whether the service still has a job. */
public final class LostJobs {
  /** So long after its submission a job may still be unknown (reference, section 8, point 9). */
  static final Duration APPEARANCE = Duration.ofSeconds(30);

  private final IbmService service;

  /** Asks a service. */
  public LostJobs(IbmService service) {
    this.service = service;
  }

  /**
   * Whether the service has no job of this id, and should know it by now: it was deleted, and its
   * result with it, or it is another account's.
   *
   * @param sent when it was submitted
   * @throws io.qhyper.backend.BackendException if the service does not answer
   */
  public boolean isLost(JobId id, Instant sent) {
    try {
      service.job(id);
      return false;
    } catch (IbmException e) {
      Clock clock = service.http().timing().clock();
      if (e.kind() == Kind.NOT_FOUND) {
        return sent.plus(APPEARANCE).isBefore(clock.instant());
      }
      throw BackendErrors.of("job " + id + ": ", e);
    }
  }
}
