package io.qhyper.plan;

import io.qhyper.hybrid.LossMeasurement;
import io.qhyper.hybrid.Method;
import io.qhyper.hybrid.Objective;
import io.qhyper.hybrid.TrainingPlan;
import io.qhyper.optim.Adam;
import io.qhyper.optim.Spsa;
import io.qhyper.optim.SpsaGains;
import io.qhyper.optim.UpdateRule;
import java.util.ArrayList;
import java.util.List;

/**
 * Another way to train the same circuit.
 *
 * @param name what to call it
 * @param plan with as many steps
 */
public record Alternative(String name, TrainingPlan plan) {
  private static final double RATE = 0.2;
  private static final double PERTURBATION = 0.2;
  private static final int COORDINATES = 8;
  private static final int SEVERAL = 4;
  private static final int FEWER = 4;
  private static final int SPARSER = 10;

  /**
   * The other ways than the plan's own; none for an exact run, which sends one job.
   *
   * @param liveParameters of the plan's program
   */
  public static List<Alternative> of(TrainingPlan plan, int liveParameters) {
    return plan.method() instanceof Method.ByShots method
        ? others(plan, method, liveParameters)
        : List.of();
  }

  private static List<Alternative> others(
      TrainingPlan plan, Method.ByShots method, int liveParameters) {
    int shots = method.shots();
    Objective objective = method.objective();
    LossMeasurement loss = method.loss();
    UpdateRule adam = Adam.withRate(RATE);
    List<Alternative> all = new ArrayList<>();
    if (!(method instanceof Method.ShiftByShots)) {
      all.add(of("parameter shift", plan, new Method.ShiftByShots(shots, objective, adam, loss)));
    }
    if (!(method instanceof Method.CoordinatesByShots) && COORDINATES < liveParameters) {
      Method few = new Method.CoordinatesByShots(COORDINATES, shots, objective, adam, loss);
      all.add(of(COORDINATES + " coordinates", plan, few));
    }
    int average = method instanceof Method.SpsaByShots spsa ? spsa.spsa().average() : 0;
    for (int directions : new int[] {1, SEVERAL}) {
      if (average != directions) {
        Method spsa = new Method.SpsaByShots(shots, objective, spsa(plan, directions), loss);
        all.add(of("spsa, average " + directions, plan, spsa));
      }
    }
    int fewer = Math.max(2, shots / FEWER);
    if (fewer < shots) {
      all.add(of(fewer + " shots", plan, method.with(fewer, loss)));
    }
    int every = Math.max(1, loss.every()) * SPARSER;
    if (loss.every() > 0 && !objective.needsUnshifted()) {
      LossMeasurement sparser = new LossMeasurement(loss.shots(), every, loss.confirmationShots());
      all.add(of("loss every " + every, plan, method.with(shots, sparser)));
    }
    return all;
  }

  private static Spsa spsa(TrainingPlan plan, int directions) {
    int steps = Math.max(1, plan.stopRules().iterations());
    return new Spsa(SpsaGains.forFirstChange(RATE, 1, PERTURBATION, steps), directions);
  }

  private static Alternative of(String name, TrainingPlan plan, Method method) {
    return new Alternative(
        name,
        new TrainingPlan(
            plan.problem(),
            plan.ansatz(),
            method,
            plan.start(),
            plan.stopRules(),
            plan.seed(),
            plan.restarts(),
            plan.sampleShots(),
            plan.simulation(),
            plan.sentinel()));
  }
}
