package io.qhyper.hardware;

import io.qhyper.backend.BackendException;
import io.qhyper.backend.ibm.Allowance;
import java.util.Locale;

/**
 * Keeps a single request within limits, by its estimate.
 *
 * @param limits what may be spent
 */
record SingleSpending(SpendingLimits limits) implements Allowance {
  @Override
  public void require(double seconds) {
    String limit = limits.passedBy(seconds);
    if (!limit.isEmpty()) {
      throw new BackendException(
          BackendException.Kind.QUOTA,
          String.format(
              Locale.ROOT, "nothing was sent: about %.1f s would pass %s", seconds, limit));
    }
  }
}
