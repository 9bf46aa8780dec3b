package io.qhyper.extrapolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.qhyper.random.Purpose;
import io.qhyper.random.StreamKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ZeroNoiseFitTest {
  private static final StreamKey STREAM = StreamKey.of(4, Purpose.BOOTSTRAP);
  private static final double[] SCALES = {1, 3, 5};

  private static List<ScaledValue> exact(DoubleUnaryOperator truth, double... errors) {
    List<ScaledValue> values = new ArrayList<>();
    for (int i = 0; i < SCALES.length; i++) {
      values.add(new ScaledValue(SCALES[i], truth.applyAsDouble(SCALES[i]), errors[i]));
    }
    return values;
  }

  @Test
  void everyFitFindsTheFormThatItAssumes() {
    DoubleUnaryOperator line = x -> 0.4 + 0.03 * x;
    DoubleUnaryOperator parabola = x -> 0.4 + 0.03 * x - 0.002 * x * x;
    DoubleUnaryOperator decay = x -> 0.9 - 0.5 * Math.exp(-0.2 * x);
    for (double[] errors : new double[][] {{0.01, 0.01, 0.01}, {0.003, 0.01, 0.02}, {0, 0, 0}}) {
      for (ZeroNoiseFit fit : ZeroNoiseFit.values()) {
        assertThat(fit.extrapolate(exact(line, errors), STREAM).value())
            .as("%s of a line", fit)
            .isCloseTo(0.4, within(1e-6));
      }
      assertThat(ZeroNoiseFit.RICHARDSON.extrapolate(exact(parabola, errors), STREAM).value())
          .isCloseTo(0.4, within(1e-12));
      assertThat(ZeroNoiseFit.EXPONENTIAL.extrapolate(exact(decay, errors), STREAM).value())
          .isCloseTo(0.4, within(1e-6));
    }
  }

  @Test
  void weightsAreThoseOfTheTextbook() {
    // Least squares with equal errors on 1, 3, 5: (26, 8, −10)/24. Richardson: (15, −10, 3)/8.
    double[][] expected = {{26 / 24.0, 8 / 24.0, -10 / 24.0}, {15 / 8.0, -10 / 8.0, 3 / 8.0}};
    ZeroNoiseFit[] fits = {ZeroNoiseFit.LINEAR, ZeroNoiseFit.RICHARDSON};
    for (int f = 0; f < fits.length; f++) {
      double squares = 0;
      for (int i = 0; i < SCALES.length; i++) {
        double only = SCALES[i];
        Extrapolation one =
            fits[f].extrapolate(exact(x -> x == only ? 1 : 0, 0.1, 0.1, 0.1), STREAM);
        assertThat(one.value()).isCloseTo(expected[f][i], within(1e-12));
        squares += expected[f][i] * expected[f][i];
        if (i == 2) {
          assertThat(one.standardError()).isCloseTo(0.1 * Math.sqrt(squares), within(1e-12));
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void claimedErrorsAreThoseOfRepeatedMeasurements(ZeroNoiseFit fit) {
    Random random = new Random(77);
    double[] errors = {0.002, 0.003, 0.004};
    DoubleUnaryOperator truth =
        fit == ZeroNoiseFit.LINEAR ? x -> 0.4 + 0.03 * x : x -> 0.9 - 0.5 * Math.exp(-0.2 * x);
    int repetitions = fit == ZeroNoiseFit.EXPONENTIAL ? 60 : 400;
    double bias = fit == ZeroNoiseFit.RICHARDSON ? truncation(truth) : 0;
    double sum = 0;
    double squares = 0;
    for (int repetition = 0; repetition < repetitions; repetition++) {
      List<ScaledValue> values = new ArrayList<>();
      for (int i = 0; i < SCALES.length; i++) {
        double measured = truth.applyAsDouble(SCALES[i]) + errors[i] * random.nextGaussian();
        values.add(new ScaledValue(SCALES[i], measured, errors[i]));
      }
      Extrapolation found = fit.extrapolate(values, STREAM.withIteration(repetition));
      double residual = (found.value() - 0.4 - bias) / found.standardError();
      sum += residual;
      squares += residual * residual;
    }
    // The exponential fit is not linear: its residuals are normal to first order only.
    double slack = fit == ZeroNoiseFit.EXPONENTIAL ? 0.25 : 0;
    assertThat(sum / repetitions).isCloseTo(0, within(3.9 / Math.sqrt(repetitions) + slack));
    assertThat(squares / repetitions)
        .isCloseTo(1, within(3.9 * Math.sqrt(2.0 / repetitions) + slack));
  }

  /** What a polynomial of degree 2 misses of the truth. */
  private static double truncation(DoubleUnaryOperator truth) {
    return (15 * truth.applyAsDouble(1) - 10 * truth.applyAsDouble(3) + 3 * truth.applyAsDouble(5))
            / 8
        - truth.applyAsDouble(0);
  }

  @Test
  void equalInputGivesEqualBits() {
    List<ScaledValue> values = exact(x -> 0.9 - 0.5 * Math.exp(-0.2 * x), 0.01, 0.01, 0.01);
    List<ScaledValue> same = exact(x -> 0.9 - 0.5 * Math.exp(-0.2 * x), 0.01, 0.01, 0.01);

    assertThat(ZeroNoiseFit.EXPONENTIAL.extrapolate(same, STREAM))
        .isEqualTo(ZeroNoiseFit.EXPONENTIAL.extrapolate(values, STREAM));
  }

  @Test
  void refusesWhatSaysNothing() {
    List<ScaledValue> two = List.of(new ScaledValue(1, 0.5, 0), new ScaledValue(3, 0.6, 0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ZeroNoiseFit.EXPONENTIAL.extrapolate(two, STREAM))
        .withMessageContaining("at least 3");
    List<ScaledValue> same = List.of(new ScaledValue(1, 0.5, 0), new ScaledValue(1, 0.6, 0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ZeroNoiseFit.LINEAR.extrapolate(same, STREAM))
        .withMessageContaining("must differ");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ScaledValue(1, 0.5, Double.NaN))
        .withMessageContaining("at least 2 shots");
  }
}
