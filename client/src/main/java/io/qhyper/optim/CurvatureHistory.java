package io.qhyper.optim;

import java.util.ArrayList;
import java.util.List;

/**
 * The last few steps s and changes of gradient y, oldest first: L-BFGS's picture of the curvature.
 *
 * <p>Invariant: sᵀy &gt; 0 for each pair, so that the inverse Hessian it stands for is positive
 * definite. The arrays are never modified.
 */
record CurvatureHistory(List<Pair> pairs) {

  static final CurvatureHistory EMPTY = new CurvatureHistory(List.of());

  CurvatureHistory {
    pairs = List.copyOf(pairs);
  }

  /** A step and the change of the gradient along it. */
  @SuppressWarnings("ArrayRecordComponent") // never modified, never compared
  record Pair(double[] step, double[] change) {

    double curvature() {
      return Vectors.dot(step, change);
    }

    /** Whether the pair keeps the inverse Hessian positive definite, round-off considered. */
    boolean isUsable() {
      return curvature() > Math.ulp(1.0) * Vectors.dot(change, change);
    }
  }

  boolean isEmpty() {
    return pairs.isEmpty();
  }

  /** The history with a step more and at most {@code limit} pairs; without it if unusable. */
  CurvatureHistory plus(Sample from, Sample to, int limit) {
    final Pair pair =
        new Pair(
            Vectors.plusScaled(to.point(), -1, from.point()),
            Vectors.plusScaled(to.gradient(), -1, from.gradient()));
    if (!pair.isUsable()) {
      return this;
    }
    final List<Pair> longer = new ArrayList<>(pairs);
    longer.add(pair);
    return new CurvatureHistory(longer.subList(Math.max(0, longer.size() - limit), longer.size()));
  }

  /**
   * The quasi-Newton direction −H·gradient; −gradient if the history is empty.
   *
   * <p>Source: Nocedal and Wright, Numerical Optimization, 2nd ed., Algorithm 7.4 (two-loop
   * recursion) with the scaling of equation (7.20). Cost: O(pairs · parameters).
   */
  double[] direction(double[] gradient) {
    double[] q = gradient;
    final double[] weights = new double[pairs.size()];
    for (int i = pairs.size() - 1; i >= 0; i--) {
      final Pair pair = pairs.get(i);
      weights[i] = Vectors.dot(pair.step(), q) / pair.curvature();
      q = Vectors.plusScaled(q, -weights[i], pair.change());
    }
    q = Vectors.scaled(newestScale(), q);
    for (int i = 0; i < pairs.size(); i++) {
      final Pair pair = pairs.get(i);
      final double correction = Vectors.dot(pair.change(), q) / pair.curvature();
      q = Vectors.plusScaled(q, weights[i] - correction, pair.step());
    }
    return Vectors.scaled(-1, q);
  }

  private double newestScale() {
    if (pairs.isEmpty()) {
      return 1;
    }
    final Pair newest = pairs.get(pairs.size() - 1);
    return newest.curvature() / Vectors.dot(newest.change(), newest.change());
  }
}
