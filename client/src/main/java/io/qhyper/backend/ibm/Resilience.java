package io.qhyper.backend.ibm;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.qhyper.backend.ibm.IbmException.Kind;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The one place where calls are limited, repeated and given up.
 *
 * <p>Safe calls are repeated on transient errors, after a pause that doubles, is spread by jitter,
 * and is never shorter than the service asked for; if it asks for more than two minutes, the call
 * fails. Submissions are held back to their rate and never repeated. After a series of failures all
 * calls fail at once for a while, half a minute at the usual pace. The time limit of a call is the
 * HTTP library's, which alone can stop a read.
 */
final class Resilience {
  private static final Duration LONGEST_ASKED = Duration.ofMinutes(2);
  private static final Duration LONGEST_QUEUE = Duration.ofHours(1);
  private static final int CONCURRENT_CALLS = 8;

  private final Timing timing;
  private final Duration pace;
  private final Duration open;
  private final RateLimiter submissions;
  private final Retry retry;
  private final CircuitBreaker breaker;
  private final Bulkhead bulkhead;

  Resilience(IbmSettings settings, Timing timing) {
    this.timing = timing;
    this.pace = settings.pace();
    this.open = pace.multipliedBy(15);
    this.submissions =
        RateLimiter.of(
            "ibm-submissions",
            RateLimiterConfig.custom()
                .limitForPeriod(settings.submissionsPerMinute())
                .limitRefreshPeriod(Duration.ofMinutes(1))
                .timeoutDuration(LONGEST_QUEUE)
                .build());
    this.retry =
        Retry.of(
            "ibm-calls",
            RetryConfig.custom()
                .maxAttempts(settings.attempts())
                .retryOnException(e -> e instanceof IbmException ibm && isWorthWaiting(ibm))
                .intervalBiFunction((attempt, outcome) -> pause(attempt, outcome.getLeft()))
                .build());
    this.breaker =
        CircuitBreaker.of(
            "ibm",
            CircuitBreakerConfig.custom()
                .clock(timing.clock())
                .currentTimestampFunction(clock -> clock.millis(), TimeUnit.MILLISECONDS)
                .slidingWindowSize(20)
                .minimumNumberOfCalls(20)
                .failureRateThreshold(80)
                .waitDurationInOpenState(open)
                .permittedNumberOfCallsInHalfOpenState(1)
                .recordException(e -> e instanceof IbmException ibm && isOutage(ibm))
                .build());
    this.bulkhead =
        Bulkhead.of(
            "ibm",
            BulkheadConfig.custom()
                .maxConcurrentCalls(CONCURRENT_CALLS)
                .maxWaitDuration(LONGEST_QUEUE)
                .build());
  }

  /** A caller had better know of a long wait than sit through it. */
  private static boolean isWorthWaiting(IbmException e) {
    return e.isTransient() && e.retryAfter().orElse(Duration.ZERO).compareTo(LONGEST_ASKED) <= 0;
  }

  private static boolean isOutage(IbmException e) {
    return e.isTransient() && e.kind() != Kind.RATE_LIMITED;
  }

  private long pause(int attempt, Throwable error) {
    double doubled = pace.toMillis() / 4.0 * Math.scalb(1.0, Math.min(attempt - 1, 20));
    double spread = (0.5 + timing.jitter().getAsDouble()) * doubled;
    long own = (long) Math.min(spread, (double) pace.multipliedBy(30).toMillis());
    Duration asked = ((IbmException) error).retryAfter().orElse(Duration.ZERO);
    return Math.max(own, asked.toMillis());
  }

  /** Makes a call that may be repeated, until it succeeds or it is no use. */
  <T> T repeated(Supplier<T> call) {
    Retry.AsyncContext<T> attempts = retry.asyncContext();
    while (true) {
      try {
        T result = once(call);
        attempts.onComplete();
        return result;
      } catch (IbmException e) {
        long pause = attempts.onError(e);
        if (pause < 0) {
          throw e;
        }
        sleep(Duration.ofMillis(pause));
      }
    }
  }

  /** Makes a call exactly once, if it is let through at all. */
  <T> T once(Supplier<T> call) {
    if (!breaker.tryAcquirePermission()) {
      throw new IbmTransportException(
          Kind.UNAVAILABLE,
          "IBM Quantum has failed too often in a row; no call is made for "
              + open.toSeconds()
              + " s",
          open);
    }
    boolean entered = bulkhead.tryAcquirePermission();
    if (!entered) {
      breaker.releasePermission();
      throw new IbmTransportException(
          Kind.UNAVAILABLE, "too many calls to IBM Quantum wait in this process", Duration.ZERO);
    }
    long start = timing.clock().millis();
    try {
      T result = call.get();
      breaker.onSuccess(elapsed(start), TimeUnit.MILLISECONDS);
      return result;
    } catch (RuntimeException e) {
      breaker.onError(elapsed(start), TimeUnit.MILLISECONDS, e);
      throw e;
    } finally {
      bulkhead.releasePermission();
    }
  }

  private long elapsed(long start) {
    return Math.max(0, timing.clock().millis() - start);
  }

  /** Waits until the rate of submissions allows one more. */
  void awaitSubmissionSlot() {
    long nanos = submissions.reservePermission();
    if (nanos < 0) {
      throw new IbmTransportException(
          Kind.RATE_LIMITED,
          "more submissions wait than the service takes in " + LONGEST_QUEUE.toHours() + " h",
          Duration.ZERO);
    }
    if (nanos > 0) {
      sleep(Duration.ofNanos(nanos));
    }
  }

  /** Waits; an interruption ends the wait, keeps the flag and is told as an exception. */
  void sleep(Duration pause) {
    try {
      timing.sleeper().sleep(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IbmTransportException(
          Kind.INTERRUPTED, "interrupted while waiting for IBM Quantum", e);
    }
  }
}
