package io.qhyper.hardware;

import io.qhyper.backend.BackendException;
import io.qhyper.backend.ibm.Allowance;
import io.qhyper.backend.ibm.IbmException;
import io.qhyper.backend.ibm.IbmService;
import io.qhyper.store.journal.Charges;
import io.qhyper.store.journal.RunJournal;
import io.qhyper.store.journal.Sessions;
import java.util.Locale;

/**
 * Keeps a run within its limits: what was charged, what is expected for jobs that are under way or
 * not charged yet, and what is about to be sent must not pass them together. A session is charged
 * by its clock, which is read before each job.
 */
final class Spending implements Allowance {
  private final SpendingLimits limits;
  private final Charges charges;
  private final Sessions sessions;
  private final SessionClocks clocks;
  private final IbmService service;

  Spending(SpendingLimits limits, RunJournal journal, IbmService service) {
    this.limits = limits;
    this.charges = journal.charges();
    this.sessions = journal.sessions();
    this.clocks = new SessionClocks(service, sessions);
    this.service = service;
  }

  @Override
  public void require(double seconds) {
    if (limits.isNone()) {
      return;
    }
    double guessed = clocks.read();
    if (!limits.passedBy(total(seconds + guessed)).isEmpty()) {
      settle(); // estimates are on the safe side, charges may be less
    }
    String limit = limits.passedBy(total(seconds + guessed));
    if (!limit.isEmpty()) {
      throw new BackendException(
          BackendException.Kind.QUOTA,
          String.format(
              Locale.ROOT,
              "stopped before a job of about %.1f s that would pass %s: %.1f s are charged%s, about"
                  + " %.1f s under way or not charged yet%s; resume with a higher limit",
              seconds,
              limit,
              charges.seconds(),
              byTheClock(),
              charges.expectedSeconds(),
              untold(guessed)));
    }
  }

  private static String untold(double seconds) {
    return seconds == 0
        ? ""
        : String.format(
            Locale.ROOT, ", up to %.1f s by sessions whose clock could not be read", seconds);
  }

  private String byTheClock() {
    double seconds = charges.sessionSeconds();
    return seconds == 0
        ? ""
        : String.format(Locale.ROOT, " (%.1f s by the clock of sessions)", seconds);
  }

  private double total(double more) {
    return charges.seconds() + charges.expectedSeconds() + more;
  }

  /**
   * Asks the service for charges that were not known when their jobs ended; as far as it answers.
   */
  void settle() {
    try {
      new Settlement(service, charges, sessions).settle();
    } catch (IbmException e) {
      // The estimates stand until it answers.
    }
  }
}
