package io.qhyper.cli;

import io.qhyper.backend.ibm.BindMode;
import io.qhyper.backend.ibm.IbmOptions;
import io.qhyper.backend.ibm.IbmSettings;
import io.qhyper.backend.ibm.LostPolicy;
import io.qhyper.backend.ibm.Prices;
import io.qhyper.backend.ibm.ProbeFindings;
import io.qhyper.backend.ibm.UncertainPolicy;
import io.qhyper.hardware.SpendingLimits;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/**
 * What may be spent on IBM hardware, and how patient the client is: may be changed when a run is
 * resumed. Add as a {@code @Mixin}.
 */
final class IbmLimitOptions {
  @Option(
      names = "--max-qpu-seconds",
      paramLabel = "X",
      description = "Send no job that would bring the charged seconds above X (default: no limit).")
  private Double maxQpuSeconds;

  @Option(
      names = "--max-cost",
      paramLabel = "USD",
      description = "Send no job that would bring the cost above so many US dollars.")
  private Double maxCost;

  @Option(
      names = "--price",
      paramLabel = "PLAN",
      description =
          "For --max-cost: pay-as-you-go (default), flex, premium, or US dollars a charged second.")
  private String price;

  @Option(
      names = "--cost-margin",
      paramLabel = "X",
      description = "The service ends a job that runs X times longer than estimated (default: 3).")
  private Double costMargin;

  @Option(
      names = "--bind",
      paramLabel = "NAME",
      description =
          "text: one program for each row of angles; rows: one program with all rows, or text if"
              + " the service refuses; auto (default): what 'ibm probe' found, or text.")
  private BindMode bind;

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

  /** What may be spent. */
  SpendingLimits spending() {
    if (price != null && maxCost == null) {
      throw new IllegalArgumentException("--price belongs to --max-cost: give both");
    }
    return new SpendingLimits(number(maxQpuSeconds), number(maxCost), dollarsPerSecond());
  }

  /** What becomes of jobs that the service does not know any more. */
  LostPolicy lost() {
    return Boolean.TRUE.equals(resubmitLost) ? LostPolicy.RESUBMIT : LostPolicy.STOP;
  }

  private static OptionalDouble number(Double value) {
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  private double dollarsPerSecond() {
    if (price == null) {
      return Prices.PAY_AS_YOU_GO.dollarsPerSecond();
    }
    try {
      return Double.parseDouble(price);
    } catch (NumberFormatException e) {
      // A plan's name, then.
    }
    return Prices.PLANS.stream()
        .filter(plan -> plan.name().equalsIgnoreCase(price))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "--price must be US dollars a second or one of "
                        + Prices.PLANS.stream()
                            .map(Prices.Plan::name)
                            .collect(Collectors.joining(", "))
                        + ", got '"
                        + price
                        + "'"))
        .dollarsPerSecond();
  }

  /**
   * These options in place of the usual ones.
   *
   * @param findings of a probe, which take the place of what is left open
   */
  IbmOptions applied(IbmOptions options, Optional<ProbeFindings> findings) {
    IbmOptions changed = bind == null ? options : options.withBind(bind);
    if (findings.isPresent()) {
      changed = changed.withFindings(findings.get());
    }
    if (costMargin != null) {
      changed = changed.withMargin(costMargin);
    }
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
