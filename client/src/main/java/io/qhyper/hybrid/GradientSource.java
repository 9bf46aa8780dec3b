package io.qhyper.hybrid;

import io.qhyper.backend.JobRequest;
import java.util.List;

/** A way to get a gradient: what to measure at θ, and what the measured losses say. */
public interface GradientSource {
  /**
   * The rows to measure for one gradient.
   *
   * @param seed the seed of the restart
   * @param iteration the step, from 0
   */
  JobRequest request(long seed, long iteration, double[] theta);

  /**
   * The gradient from the losses of those rows.
   *
   * @param losses one per row of the request
   */
  GradientEstimate gradient(long seed, long iteration, List<LossEstimate> losses);

  /** How many rows one gradient takes. */
  int rowsPerGradient();
}
