package io.qhyper.backend.ibm;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;

/**
 * How the service is talked to.
 *
 * @param apiVersion sent as {@code IBM-API-Version} (reference, section 1.4)
 * @param submissionsPerMinute limit of {@code POST /jobs}; the service documents 5
 * @param attempts how often a safe call is sent at most
 * @param connectTimeout for one connection
 * @param ordinary limits of most calls
 * @param submit limits of {@code POST /jobs}
 * @param results limits of fetching results
 * @param pace the first pause between two looks at a job; the other waits of the client follow it
 * @param proxy the HTTP proxy; without one, that of the JVM's settings
 */
public record IbmSettings(
    LocalDate apiVersion,
    int submissionsPerMinute,
    int attempts,
    Duration connectTimeout,
    CallLimits ordinary,
    CallLimits submit,
    CallLimits results,
    Duration pace,
    Optional<InetSocketAddress> proxy) {

  private static final long MEBIBYTE = 1 << 20;

  /** The settings for the public service. */
  public static final IbmSettings DEFAULT =
      new IbmSettings(
          LocalDate.of(2026, 4, 15),
          5,
          5,
          Duration.ofSeconds(10),
          new CallLimits(Duration.ofSeconds(60), 64 * MEBIBYTE),
          new CallLimits(Duration.ofMinutes(5), MEBIBYTE),
          new CallLimits(Duration.ofMinutes(15), 4096 * MEBIBYTE),
          Duration.ofSeconds(2),
          Optional.empty());

  public IbmSettings {
    if (submissionsPerMinute < 1 || attempts < 1) {
      throw new IllegalArgumentException(
          "submissions per minute and attempts must be at least 1, got "
              + submissionsPerMinute
              + " and "
              + attempts);
    }
    if (pace.isNegative() || pace.isZero()) {
      throw new IllegalArgumentException("the pace must be more than 0 s, got " + pace);
    }
  }

  /** The same with another version of the interface. */
  public IbmSettings withApiVersion(LocalDate version) {
    return new IbmSettings(
        version,
        submissionsPerMinute,
        attempts,
        connectTimeout,
        ordinary,
        submit,
        results,
        pace,
        proxy);
  }

  /** The same with another limit of submissions. */
  public IbmSettings withSubmissionsPerMinute(int limit) {
    return new IbmSettings(
        apiVersion, limit, attempts, connectTimeout, ordinary, submit, results, pace, proxy);
  }

  /** The same with each call sent so often at most, where that is safe. */
  public IbmSettings withAttempts(int most) {
    return new IbmSettings(
        apiVersion,
        submissionsPerMinute,
        most,
        connectTimeout,
        ordinary,
        submit,
        results,
        pace,
        proxy);
  }

  /** The same at another pace. */
  public IbmSettings withPace(Duration pause) {
    return new IbmSettings(
        apiVersion,
        submissionsPerMinute,
        attempts,
        connectTimeout,
        ordinary,
        submit,
        results,
        pause,
        proxy);
  }

  /** How long to wait after the service has refused a submission because of its rate. */
  Duration ratePause() {
    return Duration.ofMinutes(5).dividedBy(submissionsPerMinute);
  }

  /** The same by way of a proxy. */
  public IbmSettings withProxy(InetSocketAddress address) {
    return new IbmSettings(
        apiVersion,
        submissionsPerMinute,
        attempts,
        connectTimeout,
        ordinary,
        submit,
        results,
        pace,
        Optional.of(address));
  }
}
