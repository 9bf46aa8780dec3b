package io.qhyper.study;

import io.qhyper.hybrid.LossEstimate;
import java.util.List;

/**
 * The loss under noise of angles that are optimal without it (exact L-BFGS).
 *
 * @param precision the standard error to which it is averaged
 */
record LossUnderNoise(NoiseAtScale noise, double precision) implements Task {
  @Override
  public List<Measured> measure(Cell cell, Workbench bench) {
    double[] theta = bench.optimum(cell).angles().best();
    LossEstimate loss = noise.loss(cell, bench, theta, precision);
    return List.of(new Measured("final_loss", loss.mean(), loss.standardError(), null, null));
  }

  @Override
  public Columns columns() {
    return new Columns("", "exact", "lbfgs", "" + noise.scale());
  }
}
