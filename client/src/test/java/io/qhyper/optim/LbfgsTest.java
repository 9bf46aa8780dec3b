package io.qhyper.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where minimisations end, and that the steps keep their promises. */
class LbfgsTest {

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Case(String name, DifferentiableFunction function, double[] start) {

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Case> cases() {
    final UniformRandomProvider random = RandomVectors.stream(21);
    final double[] valley = new double[20];
    Arrays.setAll(valley, i -> i % 2 == 0 ? -1.2 : 1);
    return Stream.of(
        new Case("Rosenbrock, 2", TestFunctions::rosenbrock, new double[] {-1.2, 1}),
        new Case("Rosenbrock, 20", TestFunctions::rosenbrock, valley),
        new Case("round quadratic", TestFunctions.quadratic(1), new double[5]),
        new Case("ill-conditioned quadratic", TestFunctions.quadratic(1e6), new double[10]),
        circuitLike(random, 4, 8),
        circuitLike(random, 12, 30),
        circuitLike(random, 30, 60));
  }

  private static Case circuitLike(UniformRandomProvider random, int parameters, int terms) {
    final DifferentiableFunction function = TestFunctions.trigonometric(random, parameters, terms);
    final double[] start = RandomVectors.uniform(random, parameters, Math.PI);
    return new Case("trigonometric, " + parameters, function, start);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void reachesTheGradientTolerance(Case problem) {
    final LbfgsResult result = Lbfgs.withDefaults().minimize(problem.function(), problem.start());
    assertThat(result.ending()).isEqualTo(LbfgsEnding.CONVERGED);
    final double[] gradient = new double[problem.start().length];
    assertThat(result.value()).isEqualTo(problem.function().evaluate(result.point(), gradient));
    assertThat(Vectors.infinityNorm(gradient)).isLessThanOrEqualTo(1e-6);
    assertThat(result.gradientNorm()).isEqualTo(Vectors.infinityNorm(gradient));
    // a line search that works takes one or two evaluations per step
    assertThat(result.evaluations()).isLessThanOrEqualTo(2 * result.iterations() + 5);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void acceptsOnlyStepsThatMeetTheStrongWolfeConditions(Case problem) {
    final Recording recording = new Recording(problem.function());
    final Lbfgs lbfgs = Lbfgs.withDefaults();
    final LbfgsState[] last = {lbfgs.start(recording, problem.start())};
    final LbfgsResult result =
        lbfgs.minimize(
            recording,
            last[0],
            state -> {
              assertWolfe(last[0], state);
              assertThat(recording.samples().stream().anyMatch(sample -> isAt(sample, state)))
                  .isTrue();
              last[0] = state;
              return true;
            });
    assertThat(result.iterations()).isPositive();
    assertThat(result.state()).isEqualTo(last[0]);
    assertThat(recording.samples()).hasSize((int) result.evaluations());
  }

  private static boolean isAt(Sample sample, LbfgsState state) {
    return Arrays.equals(sample.point(), state.point())
        && sample.value() == state.value()
        && Arrays.equals(sample.gradient(), state.gradient());
  }

  /** With s = αd, the conditions on φ times α; s is known up to the rounding of the points. */
  private static void assertWolfe(LbfgsState from, LbfgsState to) {
    final double[] step = Vectors.plusScaled(to.point(), -1, from.point());
    final double before = Vectors.dot(from.gradient(), step);
    final double after = Vectors.dot(to.gradient(), step);
    final double rounding =
        step.length
            * Math.ulp(Vectors.infinityNorm(to.point()) + Vectors.infinityNorm(step))
            * (from.gradientNorm() + to.gradientNorm());
    assertThat(before).isNegative();
    assertThat(to.value())
        .isLessThanOrEqualTo(from.value() + 1e-4 * (before + rounding) + Math.ulp(from.value()));
    assertThat(Math.abs(after)).isLessThanOrEqualTo(-0.9 * before + rounding);
  }

  @Test
  void findsTheKnownMinima() {
    final double[] ones =
        Lbfgs.withDefaults().minimize(TestFunctions::rosenbrock, new double[] {-1.2, 1}).point();
    // the smallest eigenvalue of the Hessian there is 0.4, so |x - 1| is about 1e-6 / 0.4
    assertThat(ones).containsExactly(new double[] {1, 1}, within(1e-5));
    final double[] shifted =
        Lbfgs.withDefaults().minimize(TestFunctions.quadratic(1e6), new double[4]).point();
    assertThat(shifted).containsExactly(new double[] {0, 1, 2, 3}, within(1e-6));
  }

  @Test
  void needsFewerIterationsWithALongerHistoryWhenIllConditioned() {
    final DifferentiableFunction bowl = TestFunctions.quadratic(1e6);
    final LbfgsResult shorter = new Lbfgs(5, 1e-6, 500).minimize(bowl, new double[30]);
    final LbfgsResult longer = new Lbfgs(40, 1e-6, 500).minimize(bowl, new double[30]);
    assertThat(shorter.ending()).isEqualTo(LbfgsEnding.MAX_ITERATIONS);
    assertThat(longer.ending()).isEqualTo(LbfgsEnding.CONVERGED);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 10, 50})
  void convergesWithAnyLengthOfHistory(int history) {
    final LbfgsResult result =
        new Lbfgs(history, 1e-6, 2000)
            .minimize(TestFunctions::rosenbrock, new double[] {-1.2, 1, 0.3, 2});
    assertThat(result.ending()).isEqualTo(LbfgsEnding.CONVERGED);
    assertThat(result.state().history().pairs()).hasSizeLessThanOrEqualTo(history);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void continuesFromARestoredStateBitForBit(Case problem) {
    final LbfgsResult straight = Lbfgs.withDefaults().minimize(problem.function(), problem.start());
    assertThat(Lbfgs.withDefaults().minimize(problem.function(), problem.start()))
        .isEqualTo(straight);
    for (int k = 1; k < straight.iterations(); k += 7) {
      final long stopAt = k;
      final Lbfgs lbfgs = Lbfgs.withDefaults();
      final LbfgsResult half =
          lbfgs.minimize(
              problem.function(),
              lbfgs.start(problem.function(), problem.start()),
              state -> state.iteration() < stopAt);
      assertThat(half.ending()).isEqualTo(LbfgsEnding.STOPPED);
      assertThat(half.iterations()).isEqualTo(stopAt);
      final LbfgsState restored =
          LbfgsState.of(PlainText.throughText(half.state().toOptimizerState()));
      assertThat(restored).isEqualTo(half.state());
      assertThat(lbfgs.minimize(problem.function(), restored, LbfgsListener.NONE))
          .isEqualTo(straight);
    }
  }
}
