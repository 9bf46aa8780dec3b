package io.qhyper.hybrid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.qhyper.ansatz.Ansatz;
import io.qhyper.ansatz.Brickwork;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StartTest {
  static Stream<Ansatz> ansaetze() {
    return Examples.ansaetze().stream();
  }

  @Test
  void uniformAnglesFillOneTurn() {
    Ansatz large = new Brickwork(50, 50);

    double[] theta = new Start.Uniform().angles(large, 1);

    assertThat(theta).hasSize(5000);
    assertThat(Arrays.stream(theta)).allMatch(angle -> angle >= 0 && angle < 2 * Math.PI);
    // The mean of n uniform angles has standard error 2π/√(12 n).
    double error = 2 * Math.PI / Math.sqrt(12.0 * theta.length);
    assertThat(Arrays.stream(theta).average().orElseThrow()).isCloseTo(Math.PI, within(4 * error));
    assertThat(Arrays.stream(theta).min().orElseThrow()).isLessThan(0.02);
    assertThat(Arrays.stream(theta).max().orElseThrow()).isGreaterThan(2 * Math.PI - 0.02);
  }

  @Test
  void seedsGiveDifferentAnglesAndTheSameSeedTheSame() {
    Ansatz ansatz = new Brickwork(3, 2);
    for (Start start : new Start[] {new Start.Uniform(), new Start.NearSuperposition(0.1)}) {
      assertThat(start.angles(ansatz, 1))
          .isEqualTo(start.angles(ansatz, 1))
          .isNotEqualTo(start.angles(ansatz, 2));
    }
  }

  @ParameterizedTest
  @MethodSource("ansaetze")
  void superpositionEmitsAllNetworksEquallyOften(Ansatz ansatz) {
    double[] theta = new Start.NearSuperposition(0).angles(ansatz, 1);

    int size = 1 << ansatz.qubits();
    double[] probabilities =
        new ExactLoss(TrainingProgram.of(ansatz), new double[size]).probabilities(theta);

    assertThat(Arrays.stream(probabilities))
        .hasSize(size)
        .allMatch(p -> Math.abs(p - 1.0 / size) < 1e-12);
  }

  @ParameterizedTest
  @MethodSource("ansaetze")
  void nearSuperpositionStaysWithinTheSpread(Ansatz ansatz) {
    double[] centre = new Start.NearSuperposition(0).angles(ansatz, 1);
    double[] theta = new Start.NearSuperposition(0.1).angles(ansatz, 1);

    assertThat(theta).containsExactly(centre, within(0.1)).isNotEqualTo(centre);
  }

  @Test
  void givenAnglesAreTakenAsTheyAre() {
    double[] theta = {1, 2, 3, 4};
    double[] angles = new Start.Given(theta).angles(new Brickwork(2, 1), 9);

    assertThat(angles).isEqualTo(theta).isNotSameAs(theta);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3, 5})
  void givenAnglesOfTheWrongNumberAreRefused(int length) {
    Start given = new Start.Given(new double[length]);

    assertThatThrownBy(() -> given.angles(new Brickwork(2, 1), 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("brickwork", "4 parameters", "got " + length);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, Double.NaN, Double.POSITIVE_INFINITY})
  void badSpreadIsRefused(double spread) {
    assertThatThrownBy(() -> new Start.NearSuperposition(spread))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("got " + spread);
  }
}
