package io.qhyper.sandbox;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Trouble that is in store for one job.
 *
 * @param end how it ends, if not as it should
 * @param held how much longer than usual it waits in the queue
 * @param late how much later than usual its result is there
 * @param emptyResult whether the result is an empty text
 * @param shots number of samples in the result, if not that asked for
 * @param width number of bits in the result, likewise
 */
public record JobFate(
    Optional<JobEnd> end,
    Duration held,
    Duration late,
    boolean emptyResult,
    OptionalInt shots,
    OptionalInt width) {

  /** How a job may end. */
  public sealed interface JobEnd {}

  /** It fails. */
  public record Fails(int code, String reason, String solution) implements JobEnd {}

  /** Somebody else cancels it. */
  public record IsCancelled() implements JobEnd {}

  /** It runs over its cost. */
  public record RunsTooLong() implements JobEnd {}

  private static JobFate of(Optional<JobEnd> end) {
    return new JobFate(
        end, Duration.ZERO, Duration.ZERO, false, OptionalInt.empty(), OptionalInt.empty());
  }

  /** The job ends in another way than it should. */
  public static JobFate ends(JobEnd how) {
    return of(Optional.of(how));
  }

  /** The job waits longer in the queue. */
  public static JobFate held(Duration held) {
    return new JobFate(
        Optional.empty(), held, Duration.ZERO, false, OptionalInt.empty(), OptionalInt.empty());
  }

  /** The result is there later than usual. */
  public static JobFate resultLate(Duration late) {
    return new JobFate(
        Optional.empty(), Duration.ZERO, late, false, OptionalInt.empty(), OptionalInt.empty());
  }

  /** The result is an empty text, however long one waits. */
  public static JobFate resultEmpty() {
    return new JobFate(
        Optional.empty(),
        Duration.ZERO,
        Duration.ZERO,
        true,
        OptionalInt.empty(),
        OptionalInt.empty());
  }

  /** The result has another number of samples. */
  public static JobFate resultOfShots(int shots) {
    return new JobFate(
        Optional.empty(),
        Duration.ZERO,
        Duration.ZERO,
        false,
        OptionalInt.of(shots),
        OptionalInt.empty());
  }

  /** The result says it has another number of bits. */
  public static JobFate resultOfWidth(int width) {
    return new JobFate(
        Optional.empty(),
        Duration.ZERO,
        Duration.ZERO,
        false,
        OptionalInt.empty(),
        OptionalInt.of(width));
  }

  Optional<Outcome> outcome() {
    return end.map(
        how -> {
          if (how instanceof Fails fails) {
            return Outcome.failed(fails.code(), fails.reason(), fails.solution());
          }
          return how instanceof IsCancelled ? Outcome.CANCELLED : Outcome.ranTooLong();
        });
  }
}
