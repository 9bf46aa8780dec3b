package io.qhyper.report;

import io.qhyper.bnn.LossCache;
import io.qhyper.bnn.LossTable;
import io.qhyper.bnn.Problem;
import io.qhyper.hybrid.ExactLoss;
import io.qhyper.hybrid.LossEstimate;
import io.qhyper.hybrid.TrainingProgram;
import io.qhyper.shots.BitString;
import io.qhyper.shots.Counts;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A problem with what is known of the losses of its networks.
 *
 * @param problem the problem
 * @param cache losses of what was measured
 * @param table losses of all networks; empty where there are too many to list them quickly
 */
public record ScoredProblem(Problem problem, LossCache cache, Optional<LossTable> table) {
  private static final int QUICKLY_ENUMERATED_BITS = 18;

  /** A problem whose networks are enumerated if that takes a second at most. */
  public static ScoredProblem of(Problem problem, int threads) {
    return new ScoredProblem(
        problem,
        new LossCache(problem, threads),
        problem.bits() > QUICKLY_ENUMERATED_BITS
            ? Optional.empty()
            : Optional.of(LossTable.enumerate(problem, threads)));
  }

  /** E with its error from a sample. */
  LossEstimate estimate(Counts counts) {
    return LossEstimate.of(counts, cache.losses(counts));
  }

  /** The global minimum with what ties with it, lowest index first; empty if not known. */
  List<BitString> minimum() {
    return table
        .map(losses -> IntStream.of(losses.minimumIndices()).mapToObj(losses::network).toList())
        .orElse(List.of());
  }

  /** The loss of one network. */
  double loss(BitString network) {
    return problem.loss(network);
  }

  /** E and its gradient without shots; empty where the networks are too many. */
  public Optional<ExactLoss> exact(TrainingProgram program) {
    return table.map(losses -> new ExactLoss(program, losses.toArray()));
  }
}
