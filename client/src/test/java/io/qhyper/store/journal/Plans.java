package io.qhyper.store.journal;

import io.qhyper.ansatz.Brickwork;
import io.qhyper.bnn.ActivationChoice;
import io.qhyper.bnn.ModelSpec;
import io.qhyper.bnn.Problem;
import io.qhyper.bnn.ProblemSpec;
import io.qhyper.bnn.Problems;
import io.qhyper.bnn.WidthChoice;
import io.qhyper.hybrid.LossMeasurement;
import io.qhyper.hybrid.Method;
import io.qhyper.hybrid.Objective;
import io.qhyper.hybrid.Sentinel;
import io.qhyper.hybrid.Start;
import io.qhyper.hybrid.StopRules;
import io.qhyper.hybrid.TrainingPlan;
import io.qhyper.optim.Adam;
import io.qhyper.optim.Lbfgs;
import io.qhyper.optim.Sgd;
import io.qhyper.optim.Spsa;
import io.qhyper.optim.SpsaGains;
import io.qhyper.sim.SimulationOptions;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Small runs of every kind. */
enum Plans {
  ADAM {
    @Override
    TrainingPlan plan() {
      return of(
          new Method.ShiftByShots(
              4, new Objective.Gibbs(5), Adam.withRate(0.2), new LossMeasurement(8, 1, 32)),
          StopRules.after(1));
    }
  },
  SPSA {
    @Override
    TrainingPlan plan() {
      Spsa spsa = new Spsa(SpsaGains.forFirstChange(0.2, 1, 0.2, 2), 1);
      return of(
          new Method.SpsaByShots(4, new Objective.Mean(), spsa, new LossMeasurement(8, 2, 32)),
          StopRules.after(2));
    }
  },
  EXACT_SGD {
    @Override
    TrainingPlan plan() {
      return of(new Method.ExactFirstOrder(new Sgd(0.2, 0.9)), StopRules.after(3));
    }
  },
  EXACT_LBFGS {
    @Override
    TrainingPlan plan() {
      return of(new Method.ExactLbfgs(new Lbfgs(3, 0, 60)), StopRules.after(60));
    }
  };

  abstract TrainingPlan plan();

  static TrainingPlan of(Method method, StopRules rules) {
    return new TrainingPlan(
        problem(),
        new Brickwork(10, 1),
        method,
        new Start.NearSuperposition(0.1),
        rules,
        3,
        2,
        32,
        SimulationOptions.DEFAULT,
        new Sentinel(2, 4)); // exact runs have none
  }

  private static Problem problem() {
    try {
      return Problems.create(
          new ProblemSpec.Gaussians(
              new ModelSpec.HiddenLayer(2, ActivationChoice.SEARCH, WidthChoice.ALL, 0), 1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
