package io.qhyper.study;

import io.qhyper.hybrid.LossEstimate;
import java.util.List;

/**
 * The loss under noise of angles that are optimal without it: the best of several exact trainings
 * by L-BFGS. A single one may end in a valley beside the minimum.
 *
 * @param restarts how many trainings, at least 1
 * @param precision the standard error to which it is averaged
 */
record LossUnderNoise(NoiseAtScale noise, int restarts, double precision) implements Task {
  @Override
  public List<Measured> measure(Cell cell, Workbench bench) {
    double[] theta = bench.optimum(cell, restarts).angles().best();
    LossEstimate loss = noise.loss(cell, bench, theta, precision);
    return List.of(new Measured("final_loss", loss.mean(), loss.standardError(), null, null));
  }

  @Override
  public Columns columns() {
    return new Columns("", "exact", "lbfgs", "" + noise.scale());
  }
}
