package io.qhyper.bnn;

import io.qhyper.data.DataSet;
import io.qhyper.data.Features;
import io.qhyper.data.TrainTest;
import io.qhyper.shots.BitString;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Random data sets and bitstrings for tests. */
final class Examples {
  private Examples() {}

  /** Rows on a coarse grid, so that some are equal; labels at random. */
  static DataSet random(Random random, int rows, int dimension, double scale) {
    double[] values =
        random.ints((long) rows * dimension, -4, 5).mapToDouble(k -> scale * k / 4).toArray();
    List<String> names = IntStream.range(0, dimension).mapToObj(i -> "x" + i).toList();
    return DataSet.of(Features.of(names, values), random.ints(rows, 0, 2).toArray());
  }

  static BitString bits(Random random, int width) {
    return BitString.parse(
        random.ints(width, 0, 2).mapToObj(Integer::toString).collect(Collectors.joining()));
  }

  static Problem problem(ModelSpec model, DataSet train) {
    return Problem.of("test", model, new TrainTest(train, Optional.empty()));
  }
}
