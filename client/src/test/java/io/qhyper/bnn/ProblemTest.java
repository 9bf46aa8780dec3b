package io.qhyper.bnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.qhyper.data.DataSet;
import io.qhyper.data.Features;
import io.qhyper.data.TrainTest;
import io.qhyper.shots.BitString;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProblemTest {
  private static final Features THREE =
      Features.of(List.of("a", "b"), new double[] {1, 0, 0, 1, 0.5, 0.25});
  private static final DataSet DATA = DataSet.of(THREE, new int[] {1, 0, 1});

  @Test
  void readsTheBitsFromLeftToRight() {
    Problem problem = logistic(EncodingChoice.MINUS_THREE_PLUS_ONE);

    assertThat(problem.layout()).containsExactly("w[a]", "w[b]", "b");
    assertThat(problem.decode(BitString.parse("100")))
        .isEqualTo(new LogisticModel(Encoding.MINUS_THREE_PLUS_ONE, List.of(1, -3), -3));
    assertThat(problem.decode(BitString.parse("001")))
        .isEqualTo(new LogisticModel(Encoding.MINUS_THREE_PLUS_ONE, List.of(-3, -3), 1));
  }

  @Test
  void choosesTheEncodingByTheLastTwoBits() {
    Problem problem = logistic(EncodingChoice.SEARCH);

    assertThat(problem.layout()).endsWith("b", "encoding[0]", "encoding[1]");
    assertThat(problem.decode(BitString.parse("10000")))
        .isEqualTo(new LogisticModel(Encoding.ZERO_ONE, List.of(1, 0), 0));
    assertThat(problem.decode(BitString.parse("10001")))
        .isEqualTo(new LogisticModel(Encoding.PLUS_MINUS_ONE, List.of(1, -1), -1));
    assertThat(problem.decode(BitString.parse("10010")))
        .isEqualTo(new LogisticModel(Encoding.MINUS_TWO_PLUS_ONE, List.of(1, -2), -2));
    assertThat(problem.decode(BitString.parse("10011")))
        .isEqualTo(new LogisticModel(Encoding.MINUS_THREE_PLUS_ONE, List.of(1, -3), -3));
  }

  @Test
  void averagesTheCrossEntropyOverTheTrainingSet() {
    // w = (1, 0), b = 0: z = 1, 0, 0.5 for labels 1, 0, 1
    double expected = (Math.log(1 + Math.exp(-1)) + Math.log(2) + Math.log(1 + Math.exp(-0.5))) / 3;

    assertThat(logistic(EncodingChoice.ZERO_ONE).loss(BitString.parse("100")))
        .isCloseTo(expected, within(1e-15));
  }

  @Test
  void predictsClassZeroAtATie() {
    Problem problem = logistic(EncodingChoice.ZERO_ONE);
    BitString bits = BitString.parse("100");

    assertThat(problem.predict(bits, THREE))
        .extracting(DecodedNetwork.Prediction::label)
        .containsExactly(1, 0, 1);
    assertThat(problem.predict(bits, THREE).get(1).probability()).isEqualTo(0.5);
    assertThat(problem.trainAccuracy(bits)).isEqualTo(1);
  }

  @Test
  void hasNoTestAccuracyWithoutATestSet() {
    assertThat(logistic(EncodingChoice.ZERO_ONE).testAccuracy(BitString.parse("100"))).isEmpty();
  }

  @Test
  void givesTheTestAccuracyOfATestSet() {
    DataSet test = DataSet.of(THREE, new int[] {0, 0, 1});
    Problem problem =
        Problem.of(
            "test",
            new ModelSpec.Logistic(EncodingChoice.ZERO_ONE),
            new TrainTest(DATA, Optional.of(test)));

    assertThat(problem.testAccuracy(BitString.parse("100")).orElseThrow())
        .isCloseTo(2.0 / 3, within(1e-15));
  }

  @Test
  void refusesBitstringsOfAnotherWidth() {
    Problem problem = logistic(EncodingChoice.ZERO_ONE);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> problem.loss(BitString.parse("1000")))
        .withMessageContaining("3 bits, got 4");
  }

  @Test
  void refusesLabelsOfAThirdClass() {
    DataSet three = DataSet.of(THREE, new int[] {0, 1, 2});

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Examples.problem(new ModelSpec.Logistic(EncodingChoice.ZERO_ONE), three))
        .withMessageContaining("0 or 1, got 2 in row 2");
  }

  @Test
  void refusesToEnumerateMoreBitsThanFitInMemory() {
    int dimension = 30;
    DataSet wide =
        DataSet.of(
            Features.of(
                IntStream.range(0, dimension).mapToObj(i -> "x" + i).toList(),
                new double[dimension]),
            new int[] {0});
    Problem problem = Examples.problem(new ModelSpec.Logistic(EncodingChoice.ZERO_ONE), wide);

    assertThat(problem.loss(BitString.parse(String.join("", Collections.nCopies(31, "0")))))
        .isCloseTo(Math.log(2), within(1e-15));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LossTable.enumerate(problem, 1))
        .withMessageContaining("at most 24 bits")
        .withMessageContaining("has 31");
  }

  @Test
  void refusesNoThreads() {
    Problem problem = logistic(EncodingChoice.ZERO_ONE);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> problem.losses(List.of(BitString.parse("100")), 0))
        .withMessageContaining("threads must be 1 or more, got 0");
  }

  private static Problem logistic(EncodingChoice encoding) {
    return Examples.problem(new ModelSpec.Logistic(encoding), DATA);
  }
}
