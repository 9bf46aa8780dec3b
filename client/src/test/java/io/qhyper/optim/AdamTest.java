package io.qhyper.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdamTest {

  @Test
  void movesByTheRateAgainstTheSignInItsFirstStep() {
    final Adam adam = Adam.withRate(0.2);
    final OptimizerUpdate update =
        adam.step(adam.initialState(3), new double[] {1, 2, 3}, new double[] {0.5, -40, 0});
    assertThat(update.theta()).containsExactly(new double[] {0.8, 2.2, 3}, within(1e-8));
  }

  @Test
  void matchesTwoStepsWorkedOutByHand() {
    final Adam adam = new Adam(0.1, 0.5, 0.75, 1);
    // step 1, g = 2: m = 1, v = 1, corrected 2 and 4, change 0.1 * 2 / (2 + 1)
    final OptimizerUpdate first =
        adam.step(adam.initialState(1), new double[] {1}, new double[] {2});
    assertThat(first.theta()[0]).isCloseTo(1 - 0.2 / 3, within(1e-15));
    // step 2, g = -1: m = 0, v = 0.75 + 0.25 = 1, so the step is zero
    final OptimizerUpdate second = adam.step(first.state(), first.theta(), new double[] {-1});
    assertThat(second.theta()[0]).isEqualTo(first.theta()[0]);
    // step 3, g = 4: m = 2, v = 4.75, corrected by 7/8 and 37/64
    final OptimizerUpdate third = adam.step(second.state(), second.theta(), new double[] {4});
    final double change = 0.1 * (16.0 / 7) / (Math.sqrt(4.75 * 64 / 37) + 1);
    assertThat(third.theta()[0]).isCloseTo(second.theta()[0] - change, within(1e-15));
  }

  @Test
  void agreesWithTheMeansWrittenAsSumsOverAllGradients() {
    final Adam adam = Adam.withRate(0.2);
    final UniformRandomProvider random = RandomVectors.stream(5);
    final List<Double> gradients = new ArrayList<>();
    OptimizerUpdate now = new OptimizerUpdate(new double[1], adam.initialState(1));
    double expected = 0;
    for (int t = 1; t <= 60; t++) {
      gradients.add(random.nextDouble(-3, 3));
      now = adam.step(now.state(), now.theta(), new double[] {gradients.get(t - 1)});
      expected -= 0.2 * weightedMean(gradients, 0.9, 1) / (rootMeanSquare(gradients) + 1e-8);
      // 60 steps of at most 0.2 with about 200 roundings each: 60 * 0.2 * 200 * 1.1e-16
      assertThat(now.theta()[0]).isCloseTo(expected, within(3e-13));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -0.1, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesARateThatIsNotPositiveAndFinite(double rate) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Adam.withRate(rate))
        .withMessageContaining("learningRate")
        .withMessageContaining(Double.toString(rate));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, -0.1, Double.NaN})
  void refusesDecaysOutsideZeroToOne(double decay) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Adam(0.1, decay, 0.9, 1e-8))
        .withMessage("beta1 must be in [0, 1), but is " + decay);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Adam(0.1, 0.9, decay, 1e-8))
        .withMessage("beta2 must be in [0, 1), but is " + decay);
  }

  private static double rootMeanSquare(List<Double> gradients) {
    return Math.sqrt(weightedMean(gradients, 0.999, 2));
  }

  /** The mean of gᵖ with weights βᵃ, a being the age: what the bias correction amounts to. */
  private static double weightedMean(List<Double> gradients, double beta, int power) {
    double sum = 0;
    double weights = 0;
    for (int i = 0; i < gradients.size(); i++) {
      final double weight = Math.pow(beta, gradients.size() - 1 - i);
      sum += weight * Math.pow(gradients.get(i), power);
      weights += weight;
    }
    return sum / weights;
  }
}
