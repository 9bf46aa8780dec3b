package io.qhyper.sandbox;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What a sandbox models.
 *
 * @param port on the loopback interface; 0 takes a free one
 * @param seed of all measurement outcomes
 * @param devices at least one, with different names
 */
public record SandboxSettings(
    int port, long seed, List<SandboxDevice> devices, Account account, Pace pace, Limits limits) {

  /** The built-in devices, any API key, no waiting and no limits but the documented ones. */
  public static final SandboxSettings DEFAULT =
      new SandboxSettings(
          0,
          0,
          BuiltInDevices.all(),
          new Account(Optional.empty(), Duration.ofHours(1)),
          new Pace(Duration.ZERO, 0, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO),
          new Limits(
              OptionalInt.empty(),
              RetryHint.SECONDS,
              Plan.PAYGO,
              OptionalLong.empty(),
              10_000_000));

  public SandboxSettings {
    devices = List.copyOf(devices);
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port must be in 0..65535, got " + port);
    }
    if (devices.isEmpty()) {
      throw new IllegalArgumentException("a sandbox needs at least one device, got none");
    }
    long names = devices.stream().map(SandboxDevice::name).distinct().count();
    if (names < devices.size()) {
      throw new IllegalArgumentException(
          "devices must have different names, got "
              + devices.stream().map(SandboxDevice::name).toList());
    }
  }

  /**
   * Who may use it.
   *
   * @param apiKey the only key that gets a token; without one, any
   * @param tokenLife how long a token is taken
   */
  public record Account(Optional<String> apiKey, Duration tokenLife) {}

  /**
   * How fast time passes for jobs.
   *
   * @param queue from creation to start
   * @param run seconds by the clock for each second of charged time; 0 ends jobs as they start
   * @param resultLag from the end of a job to its result
   * @param visibility from creation until the list of jobs shows it
   * @param appearance from creation until it can be asked for by its id
   * @param usageLag from the end of a job until its charged time is final
   */
  public record Pace(
      Duration queue,
      double run,
      Duration resultLag,
      Duration visibility,
      Duration appearance,
      Duration usageLag) {
    public Pace {
      if (!(run >= 0 && run <= 1000)) {
        throw new IllegalArgumentException("pace of runs must be in 0..1000, got " + run);
      }
      for (Duration wait : List.of(queue, resultLag, visibility, appearance, usageLag)) {
        if (wait.isNegative()) {
          throw new IllegalArgumentException("waits must not be negative, got " + wait);
        }
      }
    }
  }

  /**
   * What is refused.
   *
   * @param submissionsPerMinute limit of {@code POST /jobs}; the service documents 5
   * @param retryHint what a refusal for that limit says of the wait
   * @param usageSeconds charged time after which no job is taken; without it, that of the plan
   * @param executions of one job: circuits × rows × shots
   */
  public record Limits(
      OptionalInt submissionsPerMinute,
      RetryHint retryHint,
      Plan plan,
      OptionalLong usageSeconds,
      long executions) {
    public Limits {
      if (submissionsPerMinute.orElse(1) < 1 || executions < 1) {
        throw new IllegalArgumentException(
            "limits must be at least 1, got "
                + submissionsPerMinute
                + " submissions a minute and "
                + executions
                + " executions");
      }
    }

    /** Charged seconds after which no job is taken. */
    OptionalLong usageLimit() {
      return usageSeconds.isEmpty() && plan == Plan.OPEN ? OptionalLong.of(600) : usageSeconds;
    }
  }

  /** The form of {@code Retry-After} on a refusal. */
  public enum RetryHint {
    /** A number of seconds. */
    SECONDS,
    /** A date. */
    DATE,
    /** No header. */
    NONE
  }

  /** What the instance pays for (section 2.3). */
  public enum Plan {
    /** 600 s in 28 days, no dedicated sessions. */
    OPEN,
    /** Any time, all modes. */
    PAYGO
  }

  /** The same at another port. */
  public SandboxSettings withPort(int other) {
    return new SandboxSettings(other, seed, devices, account, pace, limits);
  }

  /** The same with another seed. */
  public SandboxSettings withSeed(long other) {
    return new SandboxSettings(port, other, devices, account, pace, limits);
  }

  /** The same with other devices. */
  public SandboxSettings withDevices(List<SandboxDevice> others) {
    return new SandboxSettings(port, seed, others, account, pace, limits);
  }

  /** The same for another account. */
  public SandboxSettings withAccount(Account other) {
    return new SandboxSettings(port, seed, devices, other, pace, limits);
  }

  /** The same at another pace. */
  public SandboxSettings withPace(Pace other) {
    return new SandboxSettings(port, seed, devices, account, other, limits);
  }

  /** The same with other limits. */
  public SandboxSettings withLimits(Limits other) {
    return new SandboxSettings(port, seed, devices, account, pace, other);
  }
}
