package io.qhyper.hardware;

import io.qhyper.backend.ibm.Prices;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * What a run may spend.
 *
 * @param qpuSeconds charged seconds of the quantum computer
 * @param dollars US dollars
 * @param dollarsPerSecond the price of a charged second, more than 0 where {@code dollars} are
 *     limited
 */
public record SpendingLimits(
    OptionalDouble qpuSeconds, OptionalDouble dollars, double dollarsPerSecond) {
  /** No limit. */
  public static final SpendingLimits NONE =
      new SpendingLimits(
          OptionalDouble.empty(), OptionalDouble.empty(), Prices.PAY_AS_YOU_GO.dollarsPerSecond());

  public SpendingLimits {
    require("--max-qpu-seconds", qpuSeconds);
    require("--max-cost", dollars);
    if (dollars.isPresent() && !(dollarsPerSecond > 0 && dollarsPerSecond < 1e6)) {
      throw new IllegalArgumentException(
          "--max-cost needs a price of more than 0 dollars a second, got "
              + dollarsPerSecond
              + "; limit a free plan by --max-qpu-seconds");
    }
  }

  private static void require(String name, OptionalDouble limit) {
    if (limit.isPresent() && !(limit.getAsDouble() >= 0)) {
      throw new IllegalArgumentException(name + " must be 0 or more, got " + limit.getAsDouble());
    }
  }

  /** The limit that these seconds would pass, in words; empty if they pass none. */
  public String passedBy(double seconds) {
    if (qpuSeconds.isPresent() && seconds > qpuSeconds.getAsDouble()) {
      return String.format(Locale.ROOT, "--max-qpu-seconds %.1f", qpuSeconds.getAsDouble());
    } else if (dollars.isPresent() && seconds * dollarsPerSecond > dollars.getAsDouble()) {
      return String.format(
          Locale.ROOT,
          "--max-cost %.2f (%.1f s at %.2f dollars a second)",
          dollars.getAsDouble(),
          dollars.getAsDouble() / dollarsPerSecond,
          dollarsPerSecond);
    }
    return "";
  }

  /** Whether nothing is limited. */
  public boolean isNone() {
    return qpuSeconds.isEmpty() && dollars.isEmpty();
  }
}
