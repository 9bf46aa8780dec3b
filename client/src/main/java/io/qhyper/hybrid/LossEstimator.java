package io.qhyper.hybrid;

import io.qhyper.backend.JobResult;
import io.qhyper.bnn.LossCache;
import io.qhyper.shots.Counts;
import java.util.ArrayList;
import java.util.List;

/** Scores measured bitstrings as networks. */
final class LossEstimator {
  private final LossCache cache;

  LossEstimator(LossCache cache) {
    this.cache = cache;
  }

  /** The mean loss of each row of a result. */
  List<LossEstimate> estimate(JobResult result) {
    List<Counts> rows = result.register(TrainingProgram.REGISTER);
    List<double[]> losses = cache.allLosses(rows);
    List<LossEstimate> estimates = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      estimates.add(LossEstimate.of(rows.get(row), losses.get(row)));
    }
    return estimates;
  }

  LossCache cache() {
    return cache;
  }
}
