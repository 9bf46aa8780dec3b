package io.qhyper.bnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.qhyper.data.DataSet;
import io.qhyper.shots.BitString;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The fast ways to losses against the plain formula, for every family and over odd sizes. */
class LossKernelTest {
  private static final double TOLERANCE = 1e-12;

  static Stream<Arguments> families() {
    List<Arguments> cases = new ArrayList<>();
    for (EncodingChoice encoding : EncodingChoice.values()) {
      ModelSpec model = new ModelSpec.Logistic(encoding);
      // 1 to 3 tables of six bits and beyond, around the block sizes of rows
      for (int dimension : new int[] {1, 4, 5, 6, 11, 12, 17, 18, 70}) {
        cases.add(Arguments.of(model, 1 + 13 * dimension, dimension, 1.0));
      }
      cases.add(Arguments.of(model, 400, 2, 1.0)); // heavy merging
      cases.add(Arguments.of(model, 97, 3, 30.0)); // few rows per rescaling
      cases.add(Arguments.of(model, 97, 3, 1e4)); // beyond the product form
    }
    for (ActivationChoice activation : ActivationChoice.values()) {
      for (WidthChoice width : WidthChoice.values()) {
        for (int hidden : new int[] {1, 2, 3, 5}) {
          ModelSpec model = new ModelSpec.HiddenLayer(hidden, activation, width, 0.01 * hidden);
          cases.add(Arguments.of(model, 511 + hidden, 2, 1.0));
          cases.add(Arguments.of(model, 33, 66, 1.0));
          cases.add(Arguments.of(model, 33, 3, 1e4)); // beyond the product form
        }
      }
    }
    return cases.stream();
  }

  @ParameterizedTest
  @MethodSource("families")
  void listsAgreeWithThePlainFormula(ModelSpec model, int rows, int dimension, double scale) {
    Random random = new Random(rows * 31L + dimension);
    DataSet data = Examples.random(random, rows, dimension, scale);
    Network network = Network.of(model, data.features().names());
    PlainLoss plain = new PlainLoss(network, data);
    Problem problem = Examples.problem(model, data);
    List<BitString> batch =
        Stream.generate(() -> Examples.bits(random, problem.bits())).limit(67).toList();

    double[] losses = problem.losses(batch, 2);

    for (int i = 0; i < losses.length; i++) {
      double expected = plain.loss(batch.get(i));
      assertThat(losses[i])
          .as("loss of %s", batch.get(i))
          .isCloseTo(expected, within(TOLERANCE * Math.max(1, expected)));
      assertThat(problem.loss(batch.get(i))).isEqualTo(losses[i]);
    }
    assertThat(problem.losses(batch.subList(3, 10), 1))
        .isEqualTo(Arrays.copyOfRange(losses, 3, 10));
  }

  static Stream<Arguments> enumerable() {
    return families()
        .filter(
            arguments -> {
              int dimension = (int) arguments.get()[2];
              List<String> names = Collections.nCopies(dimension, "x");
              return Network.of((ModelSpec) arguments.get()[0], names).layout().size() <= 14;
            });
  }

  @ParameterizedTest
  @MethodSource("enumerable")
  void enumerationsAgreeWithThePlainFormula(
      ModelSpec model, int rows, int dimension, double scale) {
    Random random = new Random(rows * 37L + dimension);
    DataSet data = Examples.random(random, rows, dimension, scale);
    PlainLoss plain = new PlainLoss(Network.of(model, data.features().names()), data);
    Problem problem = Examples.problem(model, data);

    LossTable table = LossTable.enumerate(problem, 2);

    assertThat(table.size()).isEqualTo(1 << problem.bits());
    for (int trial = 0; trial < 200; trial++) {
      int index = random.nextInt(table.size());
      double expected = plain.loss(BitString.of(problem.bits(), index));
      assertThat(table.loss(index))
          .as("loss at %d", index)
          .isCloseTo(expected, within(TOLERANCE * Math.max(1, expected)));
    }
    assertThat(LossTable.enumerate(problem, 1).toArray()).isEqualTo(table.toArray());
  }
}
