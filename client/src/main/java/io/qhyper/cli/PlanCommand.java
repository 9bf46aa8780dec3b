package io.qhyper.cli;

import io.qhyper.backend.ibm.BindMode;
import io.qhyper.backend.ibm.IbmOptions;
import io.qhyper.backend.ibm.JobForecast;
import io.qhyper.compile.CompiledCircuit;
import io.qhyper.compile.Target;
import io.qhyper.hybrid.TrainingPlan;
import io.qhyper.hybrid.TrainingProgram;
import io.qhyper.sim.SimulationOptions;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code qhyper plan}: what a training run will ask of a quantum computer, and cost. */
@Command(
    footer = {
      "",
      "Takes the options of train and spends nothing. Jobs, rows and executions are those that the",
      "run will send if nothing ends it early; jobs that fail and are sent again come on top.",
      "",
      "Example: qhyper plan --target devices/torino --layers 4 --shots 256"
    })
final class PlanCommand implements Callable<Integer> {
  private final Session session;

  @Spec private CommandSpec spec;

  @Mixin private ProblemOptions problemOptions;
  @Mixin private AnsatzOptions ansatzOptions;
  @Mixin private ParameterOptions parameterOptions;
  @Mixin private TargetOptions targetOptions;

  @Option(
      names = "--bind",
      paramLabel = "FORM",
      defaultValue = "auto",
      description = "How rows are sent: auto (default), text or rows.")
  private BindMode bind;

  @Mixin private TrainOptions trainOptions;
  @Mixin private CommonOptions common;

  PlanCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    if (!targetOptions.isGiven()) {
      throw new ParameterException(
          spec.commandLine(), "Missing required option: '--target DIR_OR_FILE'");
    }
    TrainingPlan plan =
        new PlanAssembly(
                problemOptions,
                ansatzOptions,
                parameterOptions,
                trainOptions,
                SimulationOptions.DEFAULT,
                common)
            .plan(Optional.empty());
    Target target = targetOptions.target();
    IbmOptions options = IbmOptions.of(target.name()).withBind(bind);
    TrainingProgram program = TrainingProgram.of(plan.ansatz());
    CompiledCircuit compiled = targetOptions.compile(program.circuit(), target);
    JobForecast jobs = new JobForecast(program.text(), options, circuit -> compiled.circuit());
    PlanResult result =
        PlanResult.of(
            plan,
            program,
            target,
            compiled.report(),
            jobs,
            target.repetitionDelay(),
            options.margin());
    new ResultOutput(session.console(), common).write(result, PlanText.of(result));
    return ExitCode.OK;
  }
}
