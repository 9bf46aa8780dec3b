package io.qhyper.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every rule keeps to. */
class UpdateRuleTest {

  private static final int PARAMETERS = 7;

  static Stream<UpdateRule> rules() {
    return Stream.of(
        Adam.withRate(0.2),
        new Adam(0.05, 0, 0.5, 1e-3),
        new Sgd(0.1, 0),
        new Sgd(0.05, 0.9),
        new Spsa(SpsaGains.of(0.3, 0.1, 5), 2));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void leavesItsInputsAlone(UpdateRule rule) {
    final OptimizerState state = rule.initialState(2);
    final double[] theta = {0.5, -1};
    final double[] gradient = {3, 0.25};
    final OptimizerUpdate update = rule.step(state, theta, gradient);
    update.theta()[0] = 99;
    assertThat(theta).containsExactly(0.5, -1);
    assertThat(gradient).containsExactly(3, 0.25);
    assertThat(state).isEqualTo(rule.initialState(2));
    assertThat(update).isEqualTo(rule.step(state, theta, gradient));
    assertThat(update.state().steps()).isEqualTo(1);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void continuesFromARestoredStateBitForBit(UpdateRule rule) {
    final List<double[]> gradients = randomGradients(40);
    final OptimizerUpdate start =
        new OptimizerUpdate(new double[PARAMETERS], rule.initialState(PARAMETERS));
    final OptimizerUpdate straight = run(rule, start, gradients);
    for (int k = 0; k <= 40; k += 8) {
      final OptimizerUpdate half = run(rule, start, gradients.subList(0, k));
      final OptimizerUpdate restored =
          new OptimizerUpdate(half.theta(), PlainText.throughText(half.state()));
      assertThat(run(rule, restored, gradients.subList(k, 40))).isEqualTo(straight);
    }
  }

  @ParameterizedTest
  @MethodSource("rules")
  void comesCloseToTheMinimumOfAQuadratic(UpdateRule rule) {
    final double[] start = {1, -2, 0.5};
    OptimizerUpdate now = new OptimizerUpdate(start, rule.initialState(3));
    for (int k = 0; k < 500; k++) {
      now = rule.step(now.state(), now.theta(), now.theta());
    }
    assertThat(Vectors.infinityNorm(now.theta())).isLessThan(0.05);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void refusesWrongLengthsAndNumbersThatAreNotFinite(UpdateRule rule) {
    final OptimizerState state = rule.initialState(2);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> rule.step(state, new double[2], new double[3]))
        .withMessage("gradient must have 2 entries, but has 3");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> rule.step(state, new double[2], new double[] {0, Double.NaN}))
        .withMessage("gradient[1] must be finite, but is NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> rule.step(state, new double[] {Double.NEGATIVE_INFINITY, 0}, new double[2]))
        .withMessage("theta[0] must be finite, but is -Infinity");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> rule.initialState(0))
        .withMessage("parameters must be at least 1, but is 0");
  }

  @ParameterizedTest
  @MethodSource("rules")
  void refusesTheStateOfAnotherOptimiser(UpdateRule rule) {
    final OptimizerState foreign = new OptimizerState(3, Map.of("foreign", new double[2]));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> rule.step(foreign, new double[2], new double[2]))
        .withMessageContaining("foreign")
        .withMessageContaining("another optimiser");
  }

  private static OptimizerUpdate run(
      UpdateRule rule, OptimizerUpdate from, List<double[]> gradients) {
    OptimizerUpdate now = from;
    for (double[] gradient : gradients) {
      now = rule.step(now.state(), now.theta(), gradient);
    }
    return now;
  }

  private static List<double[]> randomGradients(int count) {
    final UniformRandomProvider random = RandomVectors.stream(11);
    return IntStream.range(0, count)
        .mapToObj(i -> RandomVectors.uniform(random, PARAMETERS, 2))
        .collect(ArrayList::new, List::add, List::addAll);
  }
}
