package io.qhyper.hybrid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.qhyper.ansatz.Brickwork;
import io.qhyper.random.Purpose;
import io.qhyper.random.StreamKey;
import io.qhyper.shots.BitString;
import io.qhyper.shots.Counts;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Gradients of objectives, from exact distributions, against finite differences of their values.
 */
class ObjectiveTest {
  private static final int QUBITS = 4;

  /** So many shots that rounding probabilities to counts is an error of 1e-15. */
  private static final long SHOTS = 1L << 50;

  private final TrainingProgram program = TrainingProgram.of(new Brickwork(QUBITS, 2));
  private final double[] losses = numbers(1 << QUBITS, 11);
  private final ExactLoss exact = new ExactLoss(program, losses);
  private final double[] theta = numbers(program.parameterCount(), 5);

  private static double[] numbers(int count, long seed) {
    UniformRandomProvider random = StreamKey.of(seed, Purpose.SAMPLING).open();
    return IntStream.range(0, count).mapToDouble(i -> 3 * random.nextDouble()).toArray();
  }

  @Test
  void theMeanHasTheGradientOfTheExpectedLoss() {
    assertGradient(new Objective.Mean(), this::mean);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.05, 0.3, 0.8})
  void cvarHasTheGradientOfTheMeanOfItsTail(double alpha) {
    assertGradient(new Objective.Cvar(alpha), p -> tailMean(p, alpha));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 2, 40})
  void gibbsHasTheGradientOfItsFreeEnergy(double eta) {
    assertGradient(
        new Objective.Gibbs(eta), p -> -Math.log(sum(p, loss -> Math.exp(-eta * loss))) / eta);
  }

  @Test
  void cvarOfEverythingScoresLossesUpToAConstant() {
    DoubleUnaryOperator scoring =
        new Objective.Cvar(1).scoring(counts(exact.probabilities(theta)), losses);
    assertThat(scoring.applyAsDouble(losses[3]) - scoring.applyAsDouble(losses[5]))
        .isCloseTo(losses[3] - losses[5], within(1e-12));
  }

  @Test
  void valuesOutOfRangeAreRefused() {
    assertThatThrownBy(() -> new Objective.Cvar(0)).hasMessageContaining("got 0.0");
    assertThatThrownBy(() -> new Objective.Cvar(1.5)).hasMessageContaining("got 1.5");
    assertThatThrownBy(() -> new Objective.Cvar(Double.NaN)).hasMessageContaining("NaN");
    assertThatThrownBy(() -> new Objective.Gibbs(0)).hasMessageContaining("got 0.0");
    assertThatThrownBy(() -> new Objective.Gibbs(Double.NaN)).hasMessageContaining("NaN");
  }

  private double mean(double[] probabilities) {
    return sum(probabilities, loss -> loss);
  }

  private double sum(double[] probabilities, DoubleUnaryOperator f) {
    return IntStream.range(0, losses.length)
        .mapToDouble(i -> probabilities[i] * f.applyAsDouble(losses[i]))
        .sum();
  }

  /** The mean loss of the lowest part alpha of the distribution, splitting the loss at its edge. */
  private double tailMean(double[] probabilities, double alpha) {
    int[] order =
        IntStream.range(0, losses.length)
            .boxed()
            .sorted((a, b) -> Double.compare(losses[a], losses[b]))
            .mapToInt(i -> i)
            .toArray();
    double left = alpha;
    double sum = 0;
    for (int i : order) {
      double part = Math.min(left, probabilities[i]);
      sum += part * losses[i];
      left -= part;
    }
    return sum / alpha;
  }

  private void assertGradient(Objective objective, ToDoubleFunction<double[]> value) {
    DoubleUnaryOperator scoring = objective.scoring(counts(exact.probabilities(theta)), losses);
    double[] scores = Arrays.stream(losses).map(scoring).toArray();
    double[] gradient = new double[theta.length];
    new ExactLoss(program, scores).evaluate(theta, gradient);
    double step = 1e-5;
    for (int k = 0; k < theta.length; k++) {
      double difference =
          (value.applyAsDouble(probabilities(k, step))
                  - value.applyAsDouble(probabilities(k, -step)))
              / (2 * step);
      assertThat(gradient[k]).as("parameter %d", k).isCloseTo(difference, within(1e-8));
    }
  }

  private double[] probabilities(int parameter, double step) {
    double[] moved = theta.clone();
    moved[parameter] += step;
    return exact.probabilities(moved);
  }

  private static Counts counts(double[] probabilities) {
    Map<BitString, Long> counts = new HashMap<>();
    for (int i = 0; i < probabilities.length; i++) {
      // One more shot each keeps the losses aligned with the entries.
      counts.put(BitString.of(QUBITS, i), Math.round(probabilities[i] * SHOTS) + 1);
    }
    return Counts.of(QUBITS, counts);
  }
}
