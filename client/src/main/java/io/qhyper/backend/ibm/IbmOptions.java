package io.qhyper.backend.ibm;

import java.time.Duration;

/**
 * How jobs are made for a device.
 *
 * @param device its name, such as {@code ibm_fez}
 * @param time what a job takes, which the cap and the estimate follow
 * @param margin factor between the estimated time and the cap sent with a job, at least 1
 * @param horizon how long an uncertain submission is looked for
 */
public record IbmOptions(
    String device,
    BindMode bind,
    SamplerOptions sampler,
    QpuTime time,
    double margin,
    JobLimits limits,
    Duration horizon,
    UncertainPolicy uncertain) {
  public IbmOptions {
    if (!(margin >= 1)) {
      throw new IllegalArgumentException(
          "the margin of the cost must be at least 1, got " + margin);
    }
    if (horizon.isNegative()) {
      throw new IllegalArgumentException("the horizon must not be negative, got " + horizon);
    }
  }

  /** The options for single jobs on a device. */
  public static IbmOptions of(String device) {
    return new IbmOptions(
        device,
        BindMode.AUTO,
        SamplerOptions.NONE,
        QpuTime.TYPICAL,
        3,
        JobLimits.DOCUMENTED,
        Duration.ofMinutes(2),
        UncertainPolicy.STOP);
  }

  /** The same with another form of rows. */
  public IbmOptions withBind(BindMode mode) {
    return new IbmOptions(device, mode, sampler, time, margin, limits, horizon, uncertain);
  }

  /** The same with other options of the sampler. */
  public IbmOptions withSampler(SamplerOptions other) {
    return new IbmOptions(device, bind, other, time, margin, limits, horizon, uncertain);
  }

  /** The same with another estimate of the time. */
  public IbmOptions withTime(QpuTime other) {
    return new IbmOptions(device, bind, sampler, other, margin, limits, horizon, uncertain);
  }

  /** The same with another margin of the cap. */
  public IbmOptions withMargin(double factor) {
    return new IbmOptions(device, bind, sampler, time, factor, limits, horizon, uncertain);
  }

  /** The same with another way to treat uncertain submissions. */
  public IbmOptions withUncertain(UncertainPolicy policy, Duration until) {
    return new IbmOptions(device, bind, sampler, time, margin, limits, until, policy);
  }

  /**
   * The same after a probe: where the form of rows is left open, the one that the probe found; and
   * a horizon that follows the delay that it measured.
   */
  public IbmOptions withFindings(ProbeFindings findings) {
    BindMode form = bind == BindMode.AUTO ? findings.bind() : bind;
    return withBind(form).withUncertain(uncertain, findings.horizon().orElse(horizon));
  }
}
