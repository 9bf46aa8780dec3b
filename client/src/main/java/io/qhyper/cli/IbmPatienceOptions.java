package io.qhyper.cli;

import io.qhyper.backend.ibm.IbmOptions;
import io.qhyper.backend.ibm.IbmSettings;
import io.qhyper.backend.ibm.LostPolicy;
import io.qhyper.backend.ibm.ProbeFindings;
import io.qhyper.backend.ibm.UncertainPolicy;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Option;

/**
 * How patient the client is, and what it does about uncertain submissions. Add as a {@code @Mixin}.
 */
final class IbmPatienceOptions {
  @Option(
      names = "--uncertain-horizon",
      paramLabel = "S",
      description =
          "Seconds to look for a job when it is not known whether the service took it (default:"
              + " by what 'ibm probe' measured, or 120).")
  private Double uncertainHorizon;

  @Option(
      names = "--resubmit-uncertain",
      description =
          "Send such a job again if it does not show up; one that turns up later is cancelled, but "
              + "may cost.")
  private Boolean resubmitUncertain;

  @Option(
      names = "--resubmit-lost",
      description =
          "Send a job again that the service does not know any more, as one that was deleted there"
              + " before its result was fetched.")
  private Boolean resubmitLost;

  @Option(
      names = "--poll-seconds",
      paramLabel = "X",
      description = "Seconds between looks at a job at first; other waits follow it (default: 2).")
  private Double pollSeconds;

  @Option(
      names = "--submissions-per-minute",
      paramLabel = "N",
      description = "Send so many jobs a minute at most (default: 5, as the service documents).")
  private Integer submissionsPerMinute;

  /** What becomes of jobs that the service does not know any more. */
  LostPolicy lost() {
    return Boolean.TRUE.equals(resubmitLost) ? LostPolicy.RESUBMIT : LostPolicy.STOP;
  }

  /**
   * These options in place of the usual ones.
   *
   * @param findings of a probe, which take the place of what is left open
   */
  IbmOptions applied(IbmOptions options, Optional<ProbeFindings> findings) {
    IbmOptions changed = findings.map(options::withFindings).orElse(options);
    Duration horizon =
        uncertainHorizon == null
            ? changed.horizon()
            : duration("--uncertain-horizon", uncertainHorizon);
    UncertainPolicy policy =
        Boolean.TRUE.equals(resubmitUncertain) ? UncertainPolicy.RESUBMIT : UncertainPolicy.STOP;
    return changed.withUncertain(policy, horizon);
  }

  /** These settings in place of the usual ones. */
  IbmSettings applied(IbmSettings settings) {
    IbmSettings changed = settings;
    if (pollSeconds != null) {
      changed = changed.withPace(duration("--poll-seconds", pollSeconds));
    }
    return submissionsPerMinute == null
        ? changed
        : changed.withSubmissionsPerMinute(submissionsPerMinute);
  }

  private static Duration duration(String name, double seconds) {
    if (!(seconds >= 0 && seconds <= 1e9)) {
      throw new IllegalArgumentException(name + " must be 0 or more seconds, got " + seconds);
    }
    return Duration.ofNanos(Math.round(seconds * 1e9));
  }
}
