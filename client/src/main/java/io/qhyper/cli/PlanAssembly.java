package io.qhyper.cli;

import io.qhyper.ansatz.Ansatz;
import io.qhyper.bnn.Problem;
import io.qhyper.hybrid.Start;
import io.qhyper.hybrid.TrainingPlan;
import io.qhyper.sim.SimulationOptions;
import java.io.IOException;
import java.util.Optional;

/** What the options of {@code train} ask for; {@code plan} takes the same. */
record PlanAssembly(
    ProblemOptions problemOptions,
    AnsatzOptions ansatzOptions,
    ParameterOptions parameterOptions,
    TrainOptions trainOptions,
    SimulationOptions simulation,
    CommonOptions common) {

  /**
   * The plan.
   *
   * @param begun the angles of a run that has begun, in place of a file that may have changed
   */
  TrainingPlan plan(Optional<double[]> begun) throws IOException {
    trainOptions.resolve(problemOptions.model());
    Problem problem = problemOptions.problem();
    Ansatz ansatz = ansatzOptions.ansatz(problem.bits());
    return new TrainingPlan(
        problem,
        ansatz,
        trainOptions.method(),
        start(ansatz, begun),
        trainOptions.stopRules(),
        common.seed(),
        trainOptions.restarts(),
        trainOptions.confirmShots(),
        simulation,
        trainOptions.sentinel());
  }

  private Start start(Ansatz ansatz, Optional<double[]> begun) throws IOException {
    if (parameterOptions.isGiven() && begun.isPresent()) {
      return new Start.Given(begun.get());
    }
    return parameterOptions
        .read(ansatz.parameterCount())
        .<Start>map(Start.Given::new)
        .orElse(trainOptions.start());
  }
}
