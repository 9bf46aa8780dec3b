package io.qhyper.study;

import io.qhyper.hybrid.TrainingProgram;
import java.util.List;

/**
 * What a way to train comes to with so many shots.
 *
 * @param totalShots those that may be spent, the confirmation included; as many whole steps as fit
 *     are made
 */
record Budget(Trainer trainer, long totalShots) implements Task {
  @Override
  public List<Measured> measure(Cell cell, Workbench bench) {
    TrainingProgram program = bench.program(cell);
    long step = (long) trainer.source(program).rowsPerGradient() * trainer.shots();
    long steps = (totalShots - Trainer.CONFIRMATION_SHOTS) / step;
    if (totalShots < Trainer.CONFIRMATION_SHOTS + step) {
      throw new IllegalArgumentException(
          "total_shots %d buy no step: one takes %d shots, the confirmation %d"
              .formatted(totalShots, step, Trainer.CONFIRMATION_SHOTS));
    }
    ShotJobs.Trained trained =
        ShotJobs.withoutNoise(bench).train(cell, program, trainer, Math.toIntExact(steps));
    double exact = bench.exact(cell).value(trained.theta());
    return List.of(
        trained.measuredLoss("measured_loss"),
        new Measured("final_loss", exact, null, trained.shots(), trained.seconds()),
        new Measured("iterations", (double) steps, null, trained.shots(), trained.seconds()));
  }

  @Override
  public Columns columns() {
    return new Columns(
        "" + trainer.shots(), trainer.estimator().toString(), trainer.optimizer().toString(), "");
  }
}
