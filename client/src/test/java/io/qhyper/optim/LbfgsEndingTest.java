package io.qhyper.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How minimisations end when all is not well. */
class LbfgsEndingTest {

  private final Lbfgs lbfgs = Lbfgs.withDefaults();

  @Test
  void takesNoStepFromAMinimum() {
    final LbfgsResult result = lbfgs.minimize(TestFunctions.quadratic(10), new double[] {0, 1, 2});
    assertThat(result.ending()).isEqualTo(LbfgsEnding.CONVERGED);
    assertThat(result.iterations()).isZero();
    assertThat(result.evaluations()).isEqualTo(1);
  }

  @Test
  void endsAfterTheAllowedIterations() {
    final LbfgsResult result =
        new Lbfgs(10, 1e-6, 3).minimize(TestFunctions::rosenbrock, new double[] {-1.2, 1});
    assertThat(result.ending()).isEqualTo(LbfgsEnding.MAX_ITERATIONS);
    assertThat(result.iterations()).isEqualTo(3);
  }

  @Test
  void callsAConvergedStateConvergedEvenIfTheListenerStops() {
    final DifferentiableFunction bowl = TestFunctions.quadratic(1);
    final LbfgsResult result =
        lbfgs.minimize(bowl, lbfgs.start(bowl, new double[] {0, 1.5}), state -> false);
    assertThat(result.ending()).isEqualTo(LbfgsEnding.CONVERGED);
    assertThat(result.iterations()).isEqualTo(1);
  }

  @Test
  void givesUpOnAFunctionWithoutAMinimum() {
    final DifferentiableFunction slope =
        (x, gradient) -> {
          gradient[0] = -1;
          return -x[0];
        };
    final LbfgsResult result = lbfgs.minimize(slope, new double[1]);
    assertThat(result.ending()).isEqualTo(LbfgsEnding.LINE_SEARCH_FAILED);
    assertThat(result.evaluations()).isLessThanOrEqualTo(121);
  }

  @Test
  void givesUpOnAWrongGradient() {
    final DifferentiableFunction wrong =
        (x, gradient) -> {
          gradient[0] = -2 * x[0];
          return x[0] * x[0];
        };
    final LbfgsResult result = lbfgs.minimize(wrong, new double[] {1});
    assertThat(result.ending()).isEqualTo(LbfgsEnding.LINE_SEARCH_FAILED);
    assertThat(result.point()).containsExactly(1);
    assertThat(result.evaluations()).isLessThanOrEqualTo(61);
  }

  @Test
  void endsAtTheRoundingOfTheValueWhenTheToleranceIsZero() {
    final DifferentiableFunction raised =
        (x, gradient) -> {
          double sum = 1e6;
          for (int i = 0; i < x.length; i++) {
            gradient[i] = Math.exp(x[i]) - 3;
            sum += Math.exp(x[i]) - 3 * x[i];
          }
          return sum;
        };
    final LbfgsResult result = new Lbfgs(10, 0, 500).minimize(raised, new double[] {0, 0.5, 2});
    assertThat(result.ending()).isEqualTo(LbfgsEnding.LINE_SEARCH_FAILED);
    // the Hessian is 3 at the minimum, the value is known to a few times 1.2e-10
    final double minimum = 3 * (3 - 3 * Math.log(3));
    assertThat(result.value() - 1e6).isCloseTo(minimum, within(1e-8));
    assertThat(result.gradientNorm()).isLessThan(1e-3);
  }

  @Test
  void dropsAMisleadingHistoryAndGoesOnAlongTheSteepestDescent() {
    final DifferentiableFunction bowl = TestFunctions.quadratic(4);
    final LbfgsState start = lbfgs.start(bowl, new double[] {3, -2});
    // curvature so wrongly small that 60 evaluations cannot come back from the step it asks for
    final CurvatureHistory misleading =
        new CurvatureHistory(
            List.of(new CurvatureHistory.Pair(new double[] {1e60, 0}, new double[] {1e-60, 0})));
    final LbfgsState misled = new LbfgsState(5, 9, start.current(), misleading);
    final LbfgsResult result = lbfgs.minimize(bowl, misled, LbfgsListener.NONE);
    assertThat(result.ending()).isEqualTo(LbfgsEnding.CONVERGED);
    assertThat(result.state().history().pairs()).doesNotContainAnyElementsOf(misleading.pairs());
  }

  @Test
  void refusesAFunctionThatIsNotFinite() {
    final DifferentiableFunction root =
        (x, gradient) -> {
          gradient[0] = 1;
          return x[0] < 0 ? Double.NaN : x[0];
        };
    assertThatExceptionOfType(NonFiniteEvaluationException.class)
        .isThrownBy(() -> lbfgs.minimize(root, new double[] {0.5}))
        .withMessageContaining("value is NaN at [-0.5]")
        .satisfies(thrown -> assertThat(thrown.point()).containsExactly(-0.5));
    final DifferentiableFunction steep =
        (x, gradient) -> {
          gradient[1] = Double.POSITIVE_INFINITY;
          return 0;
        };
    assertThatExceptionOfType(NonFiniteEvaluationException.class)
        .isThrownBy(() -> lbfgs.start(steep, new double[2]))
        .withMessageContaining("derivative 1 is Infinity");
  }

  @Test
  void isNotDisturbedByAFunctionThatKeepsAndOverwritesItsArrays() {
    final DifferentiableFunction honest = TestFunctions.quadratic(100);
    final DifferentiableFunction rude =
        new DifferentiableFunction() {
          private double[] kept = {};

          @Override
          public double evaluate(double[] point, double[] gradient) {
            Arrays.fill(kept, Double.NaN);
            final double value = honest.evaluate(point, gradient);
            Arrays.fill(point, Double.NaN);
            kept = gradient;
            return value;
          }
        };
    assertThat(lbfgs.minimize(rude, new double[6]))
        .isEqualTo(lbfgs.minimize(honest, new double[6]));
  }

  @Test
  void refusesBadArgumentsByNameAndValue() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Lbfgs(0, 1e-6, 500))
        .withMessage("history must be at least 1, but is 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Lbfgs(10, Double.NaN, 500))
        .withMessageContaining("gradientTolerance")
        .withMessageContaining("NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Lbfgs(10, 1e-6, 0))
        .withMessage("maxIterations must be at least 1, but is 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> lbfgs.start(TestFunctions::rosenbrock, new double[] {0, Double.NaN}))
        .withMessage("point[1] must be finite, but is NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> lbfgs.start(TestFunctions::rosenbrock, new double[0]))
        .withMessageContaining("length of point");
  }

  @Test
  void refusesToRestoreADamagedState() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LbfgsState.of(Adam.withRate(0.1).initialState(2)))
        .withMessageContaining("'point'");
    final Map<String, double[]> vectors =
        lbfgs
            .minimize(TestFunctions::rosenbrock, new double[] {-1.2, 1})
            .state()
            .toOptimizerState()
            .vectors();
    vectors.get("step_0")[0] *= -1;
    vectors.get("step_0")[1] *= -1;
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LbfgsState.of(new OptimizerState(3, vectors)))
        .withMessageContaining("step_0 and change_0");
  }
}
