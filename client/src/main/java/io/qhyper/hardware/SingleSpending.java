package io.qhyper.hardware;

import io.qhyper.backend.BackendException;
import io.qhyper.backend.ibm.Allowance;
import java.util.Locale;

/** Keeps all requests of a command together within limits, by their estimates. */
final class SingleSpending implements Allowance {
  private final SpendingLimits limits;
  private double allowed;

  /**
   * An allowance of which nothing is spent.
   *
   * @param limits what may be spent
   */
  SingleSpending(SpendingLimits limits) {
    this.limits = limits;
  }

  @Override
  public synchronized void require(double seconds) {
    String limit = limits.passedBy(allowed + seconds);
    if (!limit.isEmpty()) {
      throw new BackendException(
          BackendException.Kind.QUOTA,
          allowed == 0
              ? String.format(
                  Locale.ROOT, "nothing was sent: about %.1f s would pass %s", seconds, limit)
              : String.format(
                  Locale.ROOT,
                  "no more was sent after jobs of about %.1f s: %.1f s more would pass %s",
                  allowed,
                  seconds,
                  limit));
    }
    allowed += seconds;
  }
}
