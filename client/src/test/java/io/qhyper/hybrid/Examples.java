package io.qhyper.hybrid;

import io.qhyper.ansatz.Ansatz;
import io.qhyper.ansatz.Brickwork;
import io.qhyper.ansatz.EfficientSu2;
import io.qhyper.ansatz.Entanglement;
import io.qhyper.ansatz.ProductState;
import io.qhyper.ansatz.RealAmplitudes;
import io.qhyper.bnn.ActivationChoice;
import io.qhyper.bnn.ModelSpec;
import io.qhyper.bnn.Problem;
import io.qhyper.bnn.ProblemSpec;
import io.qhyper.bnn.Problems;
import io.qhyper.bnn.WidthChoice;
import io.qhyper.optim.Adam;
import io.qhyper.random.Purpose;
import io.qhyper.random.StreamKey;
import io.qhyper.shots.Counts;
import io.qhyper.sim.SimulationOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;

/** A small problem, small circuits and random numbers for tests. */
final class Examples {
  private Examples() {}

  /** Points in the plane, two hidden neurons, a bit for the activation: 10 bits. */
  static Problem gaussians() {
    try {
      return Problems.create(
          new ProblemSpec.Gaussians(
              new ModelSpec.HiddenLayer(2, ActivationChoice.SEARCH, WidthChoice.ALL, 0), 1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A plan that takes Adam steps by shots on {@link #gaussians}. */
  static TrainingPlan byShots(StopRules rules, int restarts) {
    return new TrainingPlan(
        gaussians(),
        new Brickwork(10, 1),
        new Method.ShiftByShots(
            8, new Objective.Mean(), Adam.withRate(0.2), new LossMeasurement(16, 1, 64)),
        new Start.NearSuperposition(0.1),
        rules,
        3,
        restarts,
        32,
        SimulationOptions.DEFAULT);
  }

  static List<Ansatz> ansaetze() {
    return List.of(
        new ProductState(3),
        new Brickwork(2, 1),
        new Brickwork(4, 2),
        new Brickwork(5, 3),
        new RealAmplitudes(3, 2, Entanglement.LINEAR),
        new RealAmplitudes(4, 1, Entanglement.FULL),
        new EfficientSu2(3, 1, Entanglement.CIRCULAR),
        new EfficientSu2(4, 2, Entanglement.LINEAR),
        new EfficientSu2(3, 2, Entanglement.FULL));
  }

  static UniformRandomProvider random(long seed) {
    return StreamKey.of(seed, Purpose.SAMPLING).open();
  }

  static double[] uniform(UniformRandomProvider random, int length, double low, double high) {
    return IntStream.range(0, length).mapToDouble(i -> random.nextDouble(low, high)).toArray();
  }

  /** The mean of made-up losses, given in index order. */
  static LossEstimate estimate(Counts counts, double[] losses) {
    double[] measured =
        IntStream.range(0, counts.distinct())
            .mapToDouble(entry -> losses[(int) counts.bits(entry).index()])
            .toArray();
    return LossEstimate.of(counts, measured);
  }
}
