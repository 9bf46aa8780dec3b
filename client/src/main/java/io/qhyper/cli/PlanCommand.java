package io.qhyper.cli;

import io.qhyper.hardware.IbmRuns;
import io.qhyper.hybrid.TrainingPlan;
import io.qhyper.hybrid.TrainingProgram;
import io.qhyper.sim.SimulationOptions;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code qhyper plan}: what a training run will ask of a quantum computer, and cost. */
@Command(
    footer = {
      "",
      "Takes the options of train and spends nothing. Jobs, rows and executions are those that the",
      "run will send if nothing ends it early; jobs that fail and are sent again come on top. With",
      "--backend ibm:NAME the device is fetched, which is free; with --target alone nobody is"
          + " asked.",
      "--max-qpu-seconds and --max-cost tell whether the run would be stopped by them.",
      "",
      "Example: qhyper plan --target devices/torino --layers 4 --shots 256"
    })
final class PlanCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private ProblemOptions problemOptions;
  @Mixin private AnsatzOptions ansatzOptions;
  @Mixin private ParameterOptions parameterOptions;
  @Mixin private BackendOptions backendOptions;
  @Mixin private TrainOptions trainOptions;
  @Mixin private CommonOptions common;

  PlanCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    TrainingPlan plan =
        new PlanAssembly(
                problemOptions,
                ansatzOptions,
                parameterOptions,
                trainOptions,
                SimulationOptions.DEFAULT,
                common)
            .plan(Optional.empty());
    new ResultOutput(session.console(), common).check();
    backendOptions.spending(); // refused before anybody is asked, if it makes no sense
    TrainingProgram program = TrainingProgram.of(plan.ansatz());
    IbmRuns runs = backendOptions.compiled(session, common, program.text());
    PlanResult result =
        PlanResult.of(plan, program, runs, backendOptions.session(), backendOptions.spending());
    new ResultOutput(session.console(), common).write(result, PlanText.of(result));
    return ExitCode.OK;
  }
}
