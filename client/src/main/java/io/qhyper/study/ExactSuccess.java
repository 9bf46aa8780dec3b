package io.qhyper.study;

import io.qhyper.hybrid.RestartResult;
import java.util.List;

/**
 * One exact training by L-BFGS from uniform random angles: whether it reaches the minimum.
 *
 * @param tolerance how far above the enumerated minimum a success may be
 */
record ExactSuccess(double tolerance) implements Task {
  @Override
  public List<Measured> measure(Cell cell, Workbench bench) {
    RestartResult result = bench.optimum(cell);
    double distance = result.expectedLoss().mean() - bench.minimum(cell.problem());
    return List.of(
        Measured.exact("final_loss", result.expectedLoss().mean()),
        Measured.exact("distance_to_minimum", distance),
        Measured.exact("success", distance <= tolerance ? 1 : 0),
        Measured.exact("iterations", (double) result.iterations()));
  }

  @Override
  public Columns columns() {
    return new Columns("", "exact", "lbfgs", "");
  }
}
