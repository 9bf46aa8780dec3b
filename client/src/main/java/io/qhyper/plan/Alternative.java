package io.qhyper.plan;

import io.qhyper.hybrid.LossMeasurement;
import io.qhyper.hybrid.Method;
import io.qhyper.hybrid.Objective;
import io.qhyper.hybrid.TrainingPlan;
import io.qhyper.optim.Adam;
import io.qhyper.optim.Spsa;
import io.qhyper.optim.SpsaGains;
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
  private static final int SEVERAL = 4;
  private static final int FEWER = 4;
  private static final int SPARSER = 10;

  /** The other ways than the plan's own; none for an exact run, which sends one job. */
  public static List<Alternative> of(TrainingPlan plan) {
    if (plan.method() instanceof Method.ShiftByShots shift) {
      return others(plan, shift.shots(), shift.objective(), shift.loss());
    } else if (plan.method() instanceof Method.SpsaByShots spsa) {
      return others(plan, spsa.shots(), spsa.objective(), spsa.loss());
    }
    return List.of();
  }

  private static List<Alternative> others(
      TrainingPlan plan, int shots, Objective objective, LossMeasurement loss) {
    List<Alternative> all = new ArrayList<>();
    int average = plan.method() instanceof Method.SpsaByShots spsa ? spsa.spsa().average() : 0;
    if (average != 0) {
      Method shift = new Method.ShiftByShots(shots, objective, Adam.withRate(RATE), loss);
      all.add(of("parameter shift", plan, shift));
    }
    for (int directions : new int[] {1, SEVERAL}) {
      if (average != directions) {
        Method spsa = new Method.SpsaByShots(shots, objective, spsa(plan, directions), loss);
        all.add(of("spsa, average " + directions, plan, spsa));
      }
    }
    int fewer = Math.max(2, shots / FEWER);
    if (fewer < shots) {
      all.add(of(fewer + " shots", plan, with(plan.method(), fewer, loss)));
    }
    int every = Math.max(1, loss.every()) * SPARSER;
    if (loss.every() > 0 && !objective.needsUnshifted()) {
      LossMeasurement sparser = new LossMeasurement(loss.shots(), every, loss.confirmationShots());
      all.add(of("loss every " + every, plan, with(plan.method(), shots, sparser)));
    }
    return all;
  }

  private static Spsa spsa(TrainingPlan plan, int directions) {
    int steps = Math.max(1, plan.stopRules().iterations());
    return new Spsa(SpsaGains.forFirstChange(RATE, 1, PERTURBATION, steps), directions);
  }

  private static Method with(Method method, int shots, LossMeasurement loss) {
    return method instanceof Method.ShiftByShots shift
        ? new Method.ShiftByShots(shots, shift.objective(), shift.rule(), loss)
        : with((Method.SpsaByShots) method, shots, loss);
  }

  private static Method with(Method.SpsaByShots spsa, int shots, LossMeasurement loss) {
    return new Method.SpsaByShots(shots, spsa.objective(), spsa.spsa(), loss);
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
