package io.qhyper.hybrid;

import io.qhyper.optim.Lbfgs;
import io.qhyper.optim.Spsa;
import io.qhyper.optim.UpdateRule;

/** How a run gets its gradients and what it does with them. */
public sealed interface Method {

  /** Whether circuits are run by shots; otherwise expectations are exact. */
  boolean byShots();

  /**
   * Parameter shift by shots, followed by a first-order rule.
   *
   * @param shots shots of each shifted circuit, at least 2
   */
  record ShiftByShots(int shots, Objective objective, UpdateRule rule, LossMeasurement loss)
      implements Method {
    public ShiftByShots {
      requireTwo(shots);
    }

    @Override
    public boolean byShots() {
      return true;
    }
  }

  /**
   * Simultaneous perturbation by shots.
   *
   * @param shots shots of each perturbed circuit, at least 2
   */
  record SpsaByShots(int shots, Objective objective, Spsa spsa, LossMeasurement loss)
      implements Method {
    public SpsaByShots {
      requireTwo(shots);
    }

    @Override
    public boolean byShots() {
      return true;
    }
  }

  /** Exact gradients, followed by a first-order rule. */
  record ExactFirstOrder(UpdateRule rule) implements Method {
    @Override
    public boolean byShots() {
      return false;
    }
  }

  /** Exact gradients and L-BFGS, as the paper's authors train. */
  record ExactLbfgs(Lbfgs optimizer) implements Method {
    @Override
    public boolean byShots() {
      return false;
    }
  }

  private static void requireTwo(int shots) {
    if (shots < 2) {
      throw new IllegalArgumentException(
          "shots must be at least 2, or no error can be given, got " + shots);
    }
  }
}
