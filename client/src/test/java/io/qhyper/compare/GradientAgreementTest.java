package io.qhyper.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GradientAgreementTest {
  private static final int LENGTH = 40;
  private static final int REPETITIONS = 4000;

  private final Random random = new Random(23);

  private double[] normal(double[] mean, double[] errors) {
    double[] drawn = new double[mean.length];
    Arrays.setAll(drawn, i -> mean[i] + errors[i] * random.nextGaussian());
    return drawn;
  }

  @Test
  void exactGradientsGiveTheCosineWithoutError() {
    GradientAgreement agreement =
        GradientAgreement.of(
            new double[] {1, 0}, new double[2], new double[] {1, Math.sqrt(3)}, new double[2]);

    assertThat(agreement.cosine()).isCloseTo(0.5, within(1e-12));
    assertThat(agreement.standardError()).isZero();
    assertThat(agreement.chance()).isEqualTo(1);
  }

  @Test
  void theErrorIsTheSpreadOverRepetitions() {
    double[] errors = random.doubles(LENGTH, 0.02, 0.06).toArray();
    double[] truth = random.doubles(LENGTH, -1, 1).toArray();
    double[] other = random.doubles(LENGTH, -1, 1).toArray();
    double[] cosines = new double[REPETITIONS];
    double told = 0;
    for (int i = 0; i < REPETITIONS; i++) {
      GradientAgreement agreement =
          GradientAgreement.of(normal(truth, errors), errors, normal(other, errors), errors);
      cosines[i] = agreement.cosine();
      told += agreement.standardError() / REPETITIONS;
    }
    double mean = Arrays.stream(cosines).average().orElseThrow();
    double spread =
        Math.sqrt(Arrays.stream(cosines).map(c -> (c - mean) * (c - mean)).sum() / REPETITIONS);

    // Four standard errors of a spread of so many, and second-order terms of the errors.
    assertThat(told).isCloseTo(spread, within(spread * (4 / Math.sqrt(2.0 * REPETITIONS) + 0.02)));
  }

  @Test
  void chanceIsTheMeanCosineOfTwoMeasurementsOfOneGradient() {
    double[] truth = random.doubles(LENGTH, -1, 1).toArray();
    double[] errors = new double[LENGTH];
    Arrays.fill(errors, 0.4);
    double cosine = 0;
    double chance = 0;
    for (int i = 0; i < REPETITIONS; i++) {
      GradientAgreement agreement =
          GradientAgreement.of(normal(truth, errors), errors, normal(truth, errors), errors);
      cosine += agreement.cosine() / REPETITIONS;
      chance += agreement.chance() / REPETITIONS;
    }

    assertThat(cosine).isLessThan(0.8);
    assertThat(chance).isCloseTo(cosine, within(0.02));
  }

  @Test
  void aGradientOfZeroHasNoDirection() {
    double[] zero = new double[2];
    assertThat(GradientAgreement.of(zero, zero, new double[] {1, 2}, zero).cosine()).isNaN();
  }

  @Test
  void differentLengthsAreRefused() {
    assertThatThrownBy(
            () -> GradientAgreement.of(new double[2], new double[2], new double[3], new double[3]))
        .hasMessageContaining("2 and 3");
  }
}
