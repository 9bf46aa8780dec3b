package io.qhyper.backend.ibm;

/**
 * The time that a job takes on the quantum computer, which is what is charged (reference, section
 * 6.3).
 *
 * @param overhead seconds that each job costs whatever it runs
 * @param repetitionDelay seconds between two executions
 * @param circuitTime seconds of one execution, readout included
 */
public record QpuTime(double overhead, double repetitionDelay, double circuitTime) {
  private static final int LONGEST = 10_800;

  /** The service's own rule of thumb: 2 s a job and 0.35 ms an execution. */
  public static final QpuTime TYPICAL = new QpuTime(2, 250e-6, 100e-6);

  public QpuTime {
    if (!(overhead >= 0 && repetitionDelay >= 0 && circuitTime >= 0)) {
      throw new IllegalArgumentException(
          "times must not be negative, got "
              + overhead
              + ", "
              + repetitionDelay
              + " and "
              + circuitTime);
    }
  }

  /** The same for circuits of another duration. */
  public QpuTime withCircuitTime(double seconds) {
    return new QpuTime(overhead, repetitionDelay, seconds);
  }

  /** The same with another delay between executions. */
  public QpuTime withRepetitionDelay(double seconds) {
    return new QpuTime(overhead, seconds, circuitTime);
  }

  /**
   * Seconds of {@code jobs} jobs with {@code executions} executions in all; executions are circuits
   * × rows × shots.
   */
  public double seconds(long jobs, long executions) {
    return overhead * jobs + executions * (repetitionDelay + circuitTime);
  }

  /**
   * The cap to send with one job: the estimate times a margin, in whole seconds from 1 to 10 800.
   *
   * @param margin at least 1
   */
  public int cap(long executions, double margin) {
    if (!(margin >= 1)) {
      throw new IllegalArgumentException(
          "the margin of the cost must be at least 1, got " + margin);
    }
    return (int) Math.max(1, Math.min(LONGEST, Math.ceil(seconds(1, executions) * margin)));
  }
}
