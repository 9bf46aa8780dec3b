package io.qhyper.bnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.qhyper.data.Mnist4x4;
import io.qhyper.shots.BitString;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of section 4.1 of the reference, from the bundled images. */
class PublishedEnumerationTest {
  private static final int THREADS = 2;

  @ParameterizedTest
  @CsvSource({
    "0, 1, m3p1, 0.326852699098, 5e-13, 10100010010011001, 0.8993, 0.9002, 2.543206925470, 5e-13, 1.3973, 544",
    "0, 1, m2p1, 0.355391, 5e-7, 10000010000010001, 0.8917, 0.8998, 1.731160, 5e-7, 1.0931, 534",
    "0, 1, pm1, 0.465865, 5e-7, 00000010000010001, 0.7965, 0.8123, 0.999339, 5e-7, 0.9131, 128",
    "0, 1, 01, 0.686871, 5e-7, 00000010000010000, 0.5447, 0.5352, 0.693147, 5e-7, 0.9864, 480",
    "3, 7, 01, 0.603639, 5e-7, 00001101000000010, 0.7690, 0.7552, 0.693147, 5e-7, 0.8838, 248",
  })
  void meetsTheTable(
      int zero,
      int one,
      String encoding,
      double minimum,
      double tolerance,
      String best,
      double trainAccuracy,
      double testAccuracy,
      double first,
      double firstTolerance,
      double median,
      long near) {
    Problem problem = mnist(zero, one, encoding);

    EnumerationSummary summary = LossTable.enumerate(problem, THREADS).summary();

    // half a unit of the last digit printed in the table
    assertThat(summary.minimum()).isCloseTo(minimum, within(tolerance));
    assertThat(summary.best()).hasToString(best);
    assertThat(summary.firstLoss()).isCloseTo(first, within(firstTolerance));
    assertThat(summary.median()).isCloseTo(median, within(5e-5));
    assertThat(summary.nearMinimum()).isEqualTo(near);
    assertThat(problem.trainAccuracy(summary.best())).isCloseTo(trainAccuracy, within(5e-5));
    assertThat(problem.testAccuracy(summary.best()).orElseThrow())
        .isCloseTo(testAccuracy, within(5e-5));
  }

  @Test
  void namesTheLowestOfFourTies() {
    LossTable table = LossTable.enumerate(mnist(3, 7, "01"), THREADS);

    assertThat(table.minimumIndices()).hasSize(4).isSorted();
    assertThat(table.summary().ties()).isEqualTo(4);
    assertThat(table.network(table.minimumIndices()[0])).hasToString("00001101000000010");
  }

  @Test
  void findsTheMinimumOfTheZeroOneEncodingWhenTheEncodingIsSearched() {
    EnumerationSummary summary = LossTable.enumerate(mnist(3, 7, "search"), THREADS).summary();

    assertThat(summary.bits()).isEqualTo(19);
    assertThat(summary.minimum()).isCloseTo(0.603639, within(5e-7));
    assertThat(summary.best()).hasToString("0000110100000001000");
  }

  @Test
  void interleavesTheEncodingsOfASearch() {
    double[] searched = LossTable.enumerate(mnist(0, 1, "search"), THREADS).toArray();

    int choice = 0;
    for (String encoding : new String[] {"01", "pm1", "m2p1", "m3p1"}) {
      int offset = choice++;
      double[] fixed = LossTable.enumerate(mnist(0, 1, encoding), THREADS).toArray();
      double[] own =
          IntStream.range(0, fixed.length).mapToDouble(i -> searched[4 * i + offset]).toArray();
      assertThat(own).isEqualTo(fixed);
    }
  }

  @Test
  void doesNotDependOnTheNumberOfThreads() {
    Problem problem = mnist(0, 1, "m3p1");

    assertThat(LossTable.enumerate(problem, 3).toArray())
        .isEqualTo(LossTable.enumerate(problem, 1).toArray());
  }

  @Test
  void agreesWithTheListsAndThePlainFormulaAtAsymmetricIndices() {
    Problem problem = mnist(0, 1, "m3p1");
    LossTable table = LossTable.enumerate(problem, THREADS);
    PlainLoss plain =
        new PlainLoss(
            new LogisticNetwork(
                problem.trainingSet().features().names(), EncodingChoice.MINUS_THREE_PLUS_ONE),
            problem.trainingSet());

    for (int index : new int[] {0, 1, 2, 1 << 16, 12345, 98765, 131071}) {
      BitString bits = BitString.of(17, index);
      assertThat(table.loss(index)).isCloseTo(plain.loss(bits), within(1e-12));
      assertThat(problem.loss(bits)).isCloseTo(plain.loss(bits), within(1e-12));
    }
  }

  private static Problem mnist(int zero, int one, String encoding) {
    return Problem.of(
        "mnist",
        new ModelSpec.Logistic(EncodingChoice.parse(encoding)),
        Mnist4x4.bundled(zero, one));
  }
}
