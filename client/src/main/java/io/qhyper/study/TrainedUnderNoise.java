package io.qhyper.study;

import io.qhyper.hybrid.LossEstimate;
import java.util.List;

/**
 * The loss under noise of angles that were trained by shots under the same noise.
 *
 * @param iterations steps of the training
 * @param precision the standard error to which the loss is averaged
 */
record TrainedUnderNoise(Trainer trainer, NoiseAtScale noise, int iterations, double precision)
    implements Task {
  @Override
  public List<Measured> measure(Cell cell, Workbench bench) {
    ShotJobs.Trained trained =
        ShotJobs.under(noise, bench)
            .train(cell, noise.program(bench.ansatz(cell)), trainer, iterations);
    LossEstimate loss = noise.loss(cell, bench, trained.theta(), precision);
    return List.of(
        new Measured(
            "final_loss", loss.mean(), loss.standardError(), trained.shots(), trained.seconds()),
        trained.measuredLoss("measured_loss"));
  }

  @Override
  public Columns columns() {
    return new Columns(
        "" + trainer.shots(),
        trainer.estimator().toString(),
        trainer.optimizer().toString(),
        "" + noise.scale());
  }
}
