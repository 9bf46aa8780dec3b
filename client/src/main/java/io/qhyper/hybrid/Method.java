package io.qhyper.hybrid;

import io.qhyper.optim.Lbfgs;
import io.qhyper.optim.Spsa;
import io.qhyper.optim.UpdateRule;

/** How a run gets its gradients and what it does with them. */
public sealed interface Method {

  /** Whether circuits are run by shots; otherwise expectations are exact. */
  default boolean byShots() {
    return this instanceof ByShots;
  }

  /** A method that runs circuits by shots. */
  sealed interface ByShots extends Method {
    /** Shots of each circuit of a gradient, at least 2. */
    int shots();

    /** What is lowered. */
    Objective objective();

    /** How the angles follow the gradient. */
    UpdateRule rule();

    /** How the loss is measured beside the gradient. */
    LossMeasurement loss();

    /** Where its gradients come from. */
    GradientSource source(TrainingProgram program);

    /** The same with other numbers of shots. */
    ByShots with(int newShots, LossMeasurement newLoss);
  }

  /**
   * Parameter shift by shots, followed by a first-order rule.
   *
   * @param shots shots of each shifted circuit, at least 2
   */
  record ShiftByShots(int shots, Objective objective, UpdateRule rule, LossMeasurement loss)
      implements ByShots {
    public ShiftByShots {
      requireTwo(shots);
    }

    @Override
    public GradientSource source(TrainingProgram program) {
      return new ParameterShiftGradient(program, shots);
    }

    @Override
    public ByShots with(int newShots, LossMeasurement newLoss) {
      return new ShiftByShots(newShots, objective, rule, newLoss);
    }
  }

  /**
   * Parameter shift by shots of a few parameters, drawn anew for every step, followed by a
   * first-order rule.
   *
   * @param coordinates how many parameters each step draws, at least 1
   * @param shots shots of each shifted circuit, at least 2
   */
  record CoordinatesByShots(
      int coordinates, int shots, Objective objective, UpdateRule rule, LossMeasurement loss)
      implements ByShots {
    public CoordinatesByShots {
      CoordinateGradient.requireOne(coordinates);
      requireTwo(shots);
    }

    @Override
    public GradientSource source(TrainingProgram program) {
      return new CoordinateGradient(program, coordinates, shots);
    }

    @Override
    public ByShots with(int newShots, LossMeasurement newLoss) {
      return new CoordinatesByShots(coordinates, newShots, objective, rule, newLoss);
    }
  }

  /**
   * Simultaneous perturbation by shots.
   *
   * @param shots shots of each perturbed circuit, at least 2
   */
  record SpsaByShots(int shots, Objective objective, Spsa spsa, LossMeasurement loss)
      implements ByShots {
    public SpsaByShots {
      requireTwo(shots);
    }

    @Override
    public UpdateRule rule() {
      return spsa;
    }

    @Override
    public GradientSource source(TrainingProgram program) {
      return new SpsaEstimate(program, spsa, shots);
    }

    @Override
    public ByShots with(int newShots, LossMeasurement newLoss) {
      return new SpsaByShots(newShots, objective, spsa, newLoss);
    }
  }

  /** Exact gradients, followed by a first-order rule. */
  record ExactFirstOrder(UpdateRule rule) implements Method {}

  /** Exact gradients and L-BFGS, as the paper's authors train. */
  record ExactLbfgs(Lbfgs optimizer) implements Method {}

  private static void requireTwo(int shots) {
    if (shots < 2) {
      throw new IllegalArgumentException(
          "shots must be at least 2, or no error can be given, got " + shots);
    }
  }
}
