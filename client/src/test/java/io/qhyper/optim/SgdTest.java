package io.qhyper.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

class SgdTest {

  @Test
  void matchesThreeStepsWorkedOutByHand() {
    final Sgd sgd = new Sgd(0.5, 0.5);
    // velocities 4, 2 + 1 = 3 and 1.5 - 2 = -0.5: every number is exact
    OptimizerUpdate now = sgd.step(sgd.initialState(1), new double[] {10}, new double[] {4});
    assertThat(now.theta()).containsExactly(8);
    now = sgd.step(now.state(), now.theta(), new double[] {1});
    assertThat(now.theta()).containsExactly(6.5);
    now = sgd.step(now.state(), now.theta(), new double[] {-2});
    assertThat(now.theta()).containsExactly(6.75);
  }

  @Test
  void weighsEveryGradientByTheMomentumLeftOfIt() {
    final Sgd sgd = new Sgd(0.1, 0.9);
    final UniformRandomProvider random = RandomVectors.stream(6);
    final double[] gradients = RandomVectors.uniform(random, 50, 3);
    OptimizerUpdate now = new OptimizerUpdate(new double[1], sgd.initialState(1));
    double expected = 0;
    for (int t = 0; t < gradients.length; t++) {
      now = sgd.step(now.state(), now.theta(), new double[] {gradients[t]});
      // gradient t goes on to act in every later step: (1 - 0.9^left) / (1 - 0.9) times in all
      final double left = gradients.length - t;
      expected -= 0.1 * gradients[t] * (1 - Math.pow(0.9, left)) / (1 - 0.9);
    }
    // at most 50 terms of size 3, each with about 50 roundings
    assertThat(now.theta()[0]).isCloseTo(expected, within(1e-12));
  }

  @Test
  void refusesHyperparametersOutsideTheirRanges() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Sgd(Double.NaN, 0))
        .withMessageContaining("learningRate")
        .withMessageContaining("NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Sgd(0.1, 1))
        .withMessage("momentum must be in [0, 1), but is 1.0");
  }
}
