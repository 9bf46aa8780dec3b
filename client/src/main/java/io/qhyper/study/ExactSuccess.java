package io.qhyper.study;

import io.qhyper.optim.LbfgsResult;
import java.util.List;

/**
 * One exact training by L-BFGS from uniform random angles: whether it reaches the minimum. It ends
 * early, within a tenth of the tolerance, since it cannot fail any more then.
 *
 * @param tolerance how far above the enumerated minimum a success may be
 */
record ExactSuccess(double tolerance) implements Task {
  @Override
  public List<Measured> measure(Cell cell, Workbench bench) {
    double minimum = bench.minimum(cell.problem());
    LbfgsResult result = bench.descend(cell, minimum + tolerance / 10);
    double distance = result.value() - minimum;
    return List.of(
        Measured.exact("final_loss", result.value()),
        Measured.exact("distance_to_minimum", distance),
        Measured.exact("success", distance <= tolerance ? 1 : 0),
        Measured.exact("iterations", (double) result.iterations()));
  }

  @Override
  public Columns columns() {
    return new Columns("", "exact", "lbfgs", "");
  }
}
