package io.qhyper.hybrid;

import io.qhyper.backend.JobResult;
import io.qhyper.bnn.LossCache;
import io.qhyper.shots.Counts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** Scores measured bitstrings as networks. */
final class LossEstimator {
  private final LossCache cache;

  LossEstimator(LossCache cache) {
    this.cache = cache;
  }

  /** The mean loss of each row of a result. */
  List<LossEstimate> estimate(JobResult result) {
    return estimate(result, DoubleUnaryOperator.identity());
  }

  /** The mean of a function of the loss, for each row of a result. */
  List<LossEstimate> estimate(JobResult result, DoubleUnaryOperator scoring) {
    List<Counts> rows = result.register(TrainingProgram.REGISTER);
    List<double[]> losses = cache.allLosses(rows);
    List<LossEstimate> estimates = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      double[] scores = Arrays.stream(losses.get(row)).map(scoring).toArray();
      estimates.add(LossEstimate.of(rows.get(row), scores));
    }
    return estimates;
  }

  /** The function of the loss that an objective averages near the angles of a one-row result. */
  DoubleUnaryOperator scoring(Objective objective, JobResult unshifted) {
    Counts counts = unshifted.register(TrainingProgram.REGISTER).get(0);
    return objective.scoring(counts, cache.losses(counts));
  }
}
