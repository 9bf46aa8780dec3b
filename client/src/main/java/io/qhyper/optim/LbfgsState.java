package io.qhyper.optim;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The full memory of {@link Lbfgs} after an iteration; compares by content, bit for bit.
 *
 * <p>{@link #toOptimizerState} and {@link #of} are inverse to each other. The vectors: {@code
 * point}, {@code value} (1 entry), {@code gradient}, {@code evaluations} (1 entry), and for each
 * remembered pair, oldest first, {@code step_i} and {@code change_i}.
 */
public final class LbfgsState {

  private final long iteration;
  private final long evaluations;
  private final Sample current;
  private final CurvatureHistory history;

  LbfgsState(long iteration, long evaluations, Sample current, CurvatureHistory history) {
    this.iteration = iteration;
    this.evaluations = evaluations;
    this.current = current;
    this.history = history;
  }

  /**
   * Restores a state.
   *
   * @throws IllegalArgumentException if vectors are missing, have wrong lengths, or do not describe
   *     a positive curvature
   */
  public static LbfgsState of(OptimizerState saved) {
    final double[] point = saved.vector("point");
    final int n = Checks.atLeastOne("length of the state vector point", point.length);
    final Sample current =
        new Sample(point, saved.vector("value", 1)[0], saved.vector("gradient", n));
    final List<CurvatureHistory.Pair> pairs = new ArrayList<>();
    while (saved.vectors().containsKey("step_" + pairs.size())) {
      pairs.add(restoredPair(saved, pairs.size(), n));
    }
    final double evaluations = saved.vector("evaluations", 1)[0];
    return new LbfgsState(saved.steps(), (long) evaluations, current, new CurvatureHistory(pairs));
  }

  private static CurvatureHistory.Pair restoredPair(OptimizerState saved, int i, int n) {
    final CurvatureHistory.Pair pair =
        new CurvatureHistory.Pair(saved.vector("step_" + i, n), saved.vector("change_" + i, n));
    if (!pair.isUsable()) {
      throw new IllegalArgumentException(
          "step_%d and change_%d must have a positive product, but it is %s; the state is damaged"
              .formatted(i, i, pair.curvature()));
    }
    return pair;
  }

  /** The state as named vectors, without any rounding. */
  public OptimizerState toOptimizerState() {
    final Map<String, double[]> vectors = new LinkedHashMap<>();
    vectors.put("point", current.point());
    vectors.put("value", new double[] {current.value()});
    vectors.put("gradient", current.gradient());
    vectors.put("evaluations", new double[] {evaluations});
    for (int i = 0; i < history.pairs().size(); i++) {
      vectors.put("step_" + i, history.pairs().get(i).step());
      vectors.put("change_" + i, history.pairs().get(i).change());
    }
    return new OptimizerState(iteration, vectors);
  }

  /** How many steps were accepted so far. */
  public long iteration() {
    return iteration;
  }

  /** How often the function was evaluated so far. */
  public long evaluations() {
    return evaluations;
  }

  /** A copy of the present point. */
  public double[] point() {
    return current.point().clone();
  }

  /** The function's value at the present point. */
  public double value() {
    return current.value();
  }

  /** A copy of the gradient at the present point. */
  public double[] gradient() {
    return current.gradient().clone();
  }

  /** The largest absolute entry of the gradient. */
  public double gradientNorm() {
    return Vectors.infinityNorm(current.gradient());
  }

  LbfgsState withEvaluations(long newEvaluations) {
    return new LbfgsState(iteration, newEvaluations, current, history);
  }

  Sample current() {
    return current;
  }

  CurvatureHistory history() {
    return history;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LbfgsState that && toOptimizerState().equals(that.toOptimizerState());
  }

  @Override
  public int hashCode() {
    return toOptimizerState().hashCode();
  }

  @Override
  public String toString() {
    return "LbfgsState[iteration=%d, evaluations=%d, value=%s, gradientNorm=%s]"
        .formatted(iteration, evaluations, value(), gradientNorm());
  }
}
