package io.qhyper.hybrid;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When the time of a run is over.
 *
 * @param clock tells the time
 * @param end the first instant that is too late; empty if there is no limit
 */
public record Deadline(Clock clock, Optional<Instant> end) {
  /** The wall clock limit of the rules, counted from now. */
  public static Deadline of(StopRules rules, Clock clock) {
    return new Deadline(clock, rules.wallClock().map(clock.instant()::plus));
  }

  /** The same for a run that went on for some time in earlier processes. */
  public static Deadline of(StopRules rules, Clock clock, Duration spent) {
    return new Deadline(clock, rules.wallClock().map(clock.instant().minus(spent)::plus));
  }

  /** Whether the time is over. */
  public boolean isOver() {
    return end.isPresent() && !clock.instant().isBefore(end.get());
  }
}
