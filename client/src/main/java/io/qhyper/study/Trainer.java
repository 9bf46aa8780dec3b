package io.qhyper.study;

import io.qhyper.hybrid.GradientSource;
import io.qhyper.hybrid.LossMeasurement;
import io.qhyper.hybrid.Method;
import io.qhyper.hybrid.Objective;
import io.qhyper.hybrid.TrainingProgram;
import io.qhyper.optim.Adam;
import io.qhyper.optim.Sgd;
import io.qhyper.optim.Spsa;
import io.qhyper.optim.SpsaGains;
import io.qhyper.optim.UpdateRule;
import java.util.Locale;

/**
 * A way to train by shots.
 *
 * @param estimator where gradients come from
 * @param optimizer what is done with them
 * @param shots of each circuit of a gradient, at least 2
 * @param coordinates parameters that a step of estimator coordinate draws
 */
record Trainer(Estimator estimator, Optimizer optimizer, int shots, int coordinates) {
  /** Fresh shots that measure the result of a training. */
  static final int CONFIRMATION_SHOTS = 4096;

  private static final double RATE = 0.2; // as of train
  private static final double MOMENTUM = 0.9;
  private static final double PERTURBATION = 0.2;

  /** Where gradients come from. */
  enum Estimator {
    SHIFT,
    COORDINATE,
    SPSA;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What is done with gradients. */
  enum Optimizer {
    /** Exact gradients, without shots. */
    LBFGS,
    ADAM,
    SGD,
    /** Has its own estimator. */
    SPSA;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The method for so many steps. */
  Method.ByShots method(int steps) {
    LossMeasurement loss = new LossMeasurement(2, 0, CONFIRMATION_SHOTS);
    Objective mean = new Objective.Mean();
    return switch (estimator) {
      case SPSA -> new Method.SpsaByShots(shots, mean, spsa(steps), loss);
      case COORDINATE -> new Method.CoordinatesByShots(coordinates, shots, mean, rule(), loss);
      case SHIFT -> new Method.ShiftByShots(shots, mean, rule(), loss);
    };
  }

  /** Where a single gradient comes from. */
  GradientSource source(TrainingProgram program) {
    return method(1).source(program);
  }

  private UpdateRule rule() {
    return optimizer == Optimizer.SGD ? new Sgd(RATE, MOMENTUM) : Adam.withRate(RATE);
  }

  private static Spsa spsa(int steps) {
    // Losses of these problems change by about one over an angle of order one.
    return new Spsa(SpsaGains.forFirstChange(RATE, 1, PERTURBATION, Math.max(1, steps)), 1);
  }
}
