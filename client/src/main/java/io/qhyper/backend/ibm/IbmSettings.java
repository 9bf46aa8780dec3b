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
          Optional.empty());

  public IbmSettings {
    if (submissionsPerMinute < 1 || attempts < 1) {
      throw new IllegalArgumentException(
          "submissions per minute and attempts must be at least 1, got "
              + submissionsPerMinute
              + " and "
              + attempts);
    }
  }

  /** The same with another version of the interface. */
  public IbmSettings withApiVersion(LocalDate version) {
    return new IbmSettings(
        version, submissionsPerMinute, attempts, connectTimeout, ordinary, submit, results, proxy);
  }

  /** The same with another limit of submissions. */
  public IbmSettings withSubmissionsPerMinute(int limit) {
    return new IbmSettings(
        apiVersion, limit, attempts, connectTimeout, ordinary, submit, results, proxy);
  }

  /** The same with these limits for every call. */
  public IbmSettings withLimits(CallLimits limits) {
    return new IbmSettings(
        apiVersion, submissionsPerMinute, attempts, limits.time(), limits, limits, limits, proxy);
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
        Optional.of(address));
  }
}
