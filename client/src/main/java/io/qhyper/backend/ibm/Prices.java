package io.qhyper.backend.ibm;

import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;

/**
 * What a second on a quantum computer of IBM Quantum costs (reference, section 6.3). These are
 * third-party figures of one month and may have changed: {@link #CAUTION} goes with every amount
 * that is printed.
 */
public final class Prices {
  /** The month of the figures. */
  public static final YearMonth AS_OF = YearMonth.of(2026, 5);

  /** What must be said beside an amount. */
  public static final String CAUTION =
      "prices as of May 2026, from third parties: check before relying on them";

  /** The time that the open plan gives away in each {@link #FREE_PERIOD}. */
  public static final Duration FREE = Duration.ofMinutes(10);

  /** The period of {@link #FREE}, rolling. */
  public static final Duration FREE_PERIOD = Duration.ofDays(28);

  /**
   * A way to pay.
   *
   * @param name as the service calls it
   * @param dollarsPerSecond US dollars for a charged second
   * @param terms what else the contract asks for; empty if nothing
   */
  public record Plan(String name, double dollarsPerSecond, String terms) {
    /** US dollars for charged seconds, in [0, ∞). */
    public double dollars(double seconds) {
      if (!(seconds >= 0)) {
        throw new IllegalArgumentException("seconds must be 0 or more, got " + seconds);
      }
      return dollarsPerSecond * seconds;
    }

    /** Charged seconds that an amount of US dollars buys; without end for a free plan. */
    public double seconds(double dollars) {
      if (!(dollars >= 0)) {
        throw new IllegalArgumentException("dollars must be 0 or more, got " + dollars);
      }
      return dollarsPerSecond == 0 ? Double.POSITIVE_INFINITY : dollars / dollarsPerSecond;
    }
  }

  /** Free, but no more than {@link #FREE} in each {@link #FREE_PERIOD}. */
  public static final Plan OPEN = new Plan("open", 0, "10 free minutes in 28 days");

  /** 96 dollars a minute, no contract: the most that a second can cost. */
  public static final Plan PAY_AS_YOU_GO = new Plan("pay-as-you-go", 96.0 / 60, "");

  /** 72 dollars a minute. */
  public static final Plan FLEX = new Plan("flex", 72.0 / 60, "400 minutes at least");

  /** 48 dollars a minute. */
  public static final Plan PREMIUM = new Plan("premium", 48.0 / 60, "yearly contract");

  /** All ways to pay, the free one first. */
  public static final List<Plan> PLANS = List.of(OPEN, PAY_AS_YOU_GO, FLEX, PREMIUM);

  private Prices() {}

  /**
   * The plan of a name, such as {@code pay-as-you-go}; case does not matter.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Plan plan(String name) {
    return PLANS.stream()
        .filter(plan -> plan.name().equals(name.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "expected a plan of "
                        + PLANS.stream().map(Plan::name).toList()
                        + ", got '"
                        + name
                        + "'"));
  }
}
