package io.qhyper.backend.ibm;

import java.time.Duration;
import java.util.Optional;

/**
 * How jobs are made for a device.
 *
 * @param device its name, such as {@code ibm_fez}
 * @param margin factor between the estimated time and the cap sent with a job, at least 1
 * @param horizon how long an uncertain submission is looked for
 * @param session id of a session or batch to run in
 */
public record IbmOptions(
    String device,
    BindMode bind,
    SamplerOptions sampler,
    QpuTime time,
    double margin,
    JobLimits limits,
    Duration horizon,
    UncertainPolicy uncertain,
    Optional<String> session) {

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
        UncertainPolicy.STOP,
        Optional.empty());
  }

  /** The same with another form of rows. */
  public IbmOptions withBind(BindMode mode) {
    return new IbmOptions(device, mode, sampler, time, margin, limits, horizon, uncertain, session);
  }

  /** The same with other limits of a job. */
  public IbmOptions withLimits(JobLimits other) {
    return new IbmOptions(device, bind, sampler, time, margin, other, horizon, uncertain, session);
  }

  /** The same with another way to treat uncertain submissions. */
  public IbmOptions withUncertain(UncertainPolicy policy, Duration until) {
    return new IbmOptions(device, bind, sampler, time, margin, limits, until, policy, session);
  }
}
