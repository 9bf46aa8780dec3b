package io.qhyper.backend.ibm;

/** Options and settings with limits that no user can choose. */
public final class Limited {
  private Limited() {}

  /** The same with other limits of a job. */
  public static IbmOptions by(JobLimits limits, IbmOptions options) {
    return new IbmOptions(
        options.device(),
        options.bind(),
        options.sampler(),
        options.time(),
        options.margin(),
        limits,
        options.horizon(),
        options.uncertain());
  }

  /** The same with these limits for every call. */
  static IbmSettings by(CallLimits limits, IbmSettings settings) {
    return new IbmSettings(
        settings.apiVersion(),
        settings.submissionsPerMinute(),
        settings.attempts(),
        limits.time(),
        limits,
        limits,
        limits,
        settings.pace(),
        settings.proxy());
  }
}
