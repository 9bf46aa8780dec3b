package io.qhyper.study;

import io.qhyper.hybrid.GradientEstimate;
import io.qhyper.hybrid.GradientSource;
import io.qhyper.hybrid.LossEstimate;
import io.qhyper.hybrid.TrainingProgram;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One measured gradient at uniform random angles against the exact one.
 *
 * @param trainer of which only the estimator is used
 * @param signalToNoise the wanted ratio of the gradient's length to that of its error
 */
record GradientError(Trainer trainer, double signalToNoise) implements Task {
  @Override
  public List<Measured> measure(Cell cell, Workbench bench) {
    TrainingProgram program = bench.program(cell);
    double[] theta = bench.uniformStart(cell);
    GradientSource source = trainer.source(program);
    ShotJobs.Measurement result =
        ShotJobs.withoutNoise(bench).run(source.request(cell.seed(), 0, theta));
    List<LossEstimate> losses = result.losses(bench.losses(cell.problem()));
    GradientEstimate measured = source.gradient(cell.seed(), 0, losses);
    double[] exact = new double[theta.length];
    bench.exact(cell).evaluate(theta, exact);
    return measurements(measured, exact, result);
  }

  private List<Measured> measurements(
      GradientEstimate measured, double[] exact, ShotJobs.Measurement result) {
    double[] difference =
        IntStream.range(0, exact.length)
            .mapToDouble(i -> measured.values()[i] - exact[i])
            .toArray();
    double length = norm(exact);
    if (!(length > 0)) {
      throw new IllegalArgumentException("the exact gradient vanishes here: there is no direction");
    }
    double cosine =
        measured.norm() == 0
            ? 0
            : IntStream.range(0, exact.length)
                    .mapToDouble(i -> measured.values()[i] * exact[i])
                    .sum()
                / (measured.norm() * length);
    List<Measured> all = new ArrayList<>();
    all.add(measured("gradient_error", norm(difference), result));
    all.add(measured("relative_gradient_error", norm(difference) / length, result));
    all.add(measured("cosine_similarity", cosine, result));
    all.add(Measured.exact("exact_gradient_norm", length));
    if (trainer.estimator() == Trainer.Estimator.SHIFT) { // whose errors are all from shots
      double noise = norm(measured.standardErrors());
      double shots = trainer.shots() * Math.pow(signalToNoise * noise / length, 2);
      all.add(measured("expected_gradient_error", noise, result));
      all.add(measured("shots_for_signal_to_noise", shots, result));
    }
    return all;
  }

  private static Measured measured(String quantity, double value, ShotJobs.Measurement result) {
    return new Measured(quantity, value, null, result.shots(), result.seconds());
  }

  private static double norm(double[] values) {
    return Math.sqrt(Arrays.stream(values).map(x -> x * x).sum());
  }

  @Override
  public Columns columns() {
    return new Columns("" + trainer.shots(), trainer.estimator().toString(), "", "");
  }
}
