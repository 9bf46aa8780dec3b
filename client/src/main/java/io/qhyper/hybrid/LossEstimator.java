package io.qhyper.hybrid;

import io.qhyper.backend.JobResult;
import io.qhyper.bnn.LossCache;
import io.qhyper.mitigation.CorrectedCounts;
import io.qhyper.mitigation.ReadoutCorrection;
import io.qhyper.shots.Counts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/** Scores measured bitstrings as networks. */
final class LossEstimator {
  private final LossCache cache;
  private final Optional<ReadoutCorrection> correction;

  /**
   * An estimator.
   *
   * @param correction of readout errors; empty to take counts as they are
   */
  LossEstimator(LossCache cache, Optional<ReadoutCorrection> correction) {
    this.cache = cache;
    this.correction = correction;
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
      estimates.add(estimate(rows.get(row), scores));
    }
    return estimates;
  }

  private LossEstimate estimate(Counts counts, double[] scores) {
    return correction.isPresent()
        ? LossEstimate.of(correction.get().correct(counts), scores)
        : LossEstimate.of(counts, scores);
  }

  /** The function of the loss that an objective averages near the angles of a one-row result. */
  DoubleUnaryOperator scoring(Objective objective, JobResult unshifted) {
    Counts counts = unshifted.register(TrainingProgram.REGISTER).get(0);
    double[] losses = cache.losses(counts);
    return correction.isPresent()
        ? objective.scoring(positive(correction.get().correct(counts)), losses)
        : objective.scoring(counts, losses);
  }

  /** Quantiles and exponential means need weights; what is below 0 counts nothing. */
  private static double[] positive(CorrectedCounts corrected) {
    return Arrays.stream(corrected.quasiProbabilities()).map(q -> Math.max(0, q)).toArray();
  }
}
