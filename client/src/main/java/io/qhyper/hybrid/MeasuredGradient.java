package io.qhyper.hybrid;

import io.qhyper.bnn.LossCache;
import io.qhyper.shots.Counts;
import java.util.ArrayList;
import java.util.List;

/**
 * The gradient of E(θ) that a job of shifted circuits measured, whatever objective the run lowered.
 *
 * @param restart the restart that it belongs to
 * @param iteration the step
 * @param row the input values of the unshifted circuit
 * @param gradient in the flat vector
 */
@SuppressWarnings("ArrayRecordComponent") // compared by isAt
public record MeasuredGradient(
    int restart, long iteration, double[] row, GradientEstimate gradient) {
  /** Rows are found again from sums of shifts, which rounds. */
  private static final double SAME_ANGLE = 1e-9;

  /**
   * The gradient from the job of one parameter-shift gradient.
   *
   * @param rows the input values that were sent, shifted up and down in turn
   * @param counts what each row measured
   * @throws IllegalArgumentException if they are not the rows of a gradient of this program
   */
  public static MeasuredGradient of(
      TrainingProgram program,
      LossCache losses,
      int restart,
      long iteration,
      List<double[]> rows,
      List<Counts> counts) {
    List<double[]> values = losses.allLosses(counts);
    List<LossEstimate> estimates = new ArrayList<>();
    for (int row = 0; row < counts.size(); row++) {
      estimates.add(LossEstimate.of(counts.get(row), values.get(row)));
    }
    double[] unshifted = new double[rows.get(0).length];
    for (int i = 0; i < unshifted.length; i++) {
      unshifted[i] = (rows.get(0)[i] + rows.get(1)[i]) / 2;
    }
    GradientEstimate gradient =
        program.gradient(
            estimates.stream().mapToDouble(LossEstimate::mean).toArray(),
            estimates.stream().mapToDouble(LossEstimate::standardError).toArray());
    return new MeasuredGradient(restart, iteration, unshifted, gradient);
  }

  /** Whether both were measured at the same angles. */
  public boolean isAt(MeasuredGradient other) {
    if (row.length != other.row.length) {
      return false;
    }
    for (int i = 0; i < row.length; i++) {
      if (!(Math.abs(row[i] - other.row[i]) <= SAME_ANGLE)) {
        return false;
      }
    }
    return true;
  }
}
