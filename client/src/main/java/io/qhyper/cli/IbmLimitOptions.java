package io.qhyper.cli;

import io.qhyper.backend.ibm.BindMode;
import io.qhyper.backend.ibm.IbmOptions;
import io.qhyper.backend.ibm.IbmSettings;
import io.qhyper.backend.ibm.LostPolicy;
import io.qhyper.backend.ibm.Prices;
import io.qhyper.backend.ibm.ProbeFindings;
import io.qhyper.hardware.SpendingLimits;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import picocli.CommandLine.Mixin;
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

  @Mixin private IbmPatienceOptions patience;

  /** Sends rows in the form in which a run began, unless the user asks for one. */
  void bindAsBegun(BindMode form) {
    if (bind == null) {
      bind = form;
    }
  }

  /** What may be spent. */
  SpendingLimits spending() {
    if (price != null && maxCost == null) {
      throw new IllegalArgumentException("--price belongs to --max-cost: give both");
    }
    return new SpendingLimits(number(maxQpuSeconds), number(maxCost), dollarsPerSecond());
  }

  /** What becomes of jobs that the service does not know any more. */
  LostPolicy lost() {
    return patience.lost();
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
    changed = patience.applied(changed, findings);
    return costMargin == null ? changed : changed.withMargin(costMargin);
  }

  /** These settings in place of the usual ones. */
  IbmSettings applied(IbmSettings settings) {
    return patience.applied(settings);
  }
}
