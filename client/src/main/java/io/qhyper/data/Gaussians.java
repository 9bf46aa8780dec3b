package io.qhyper.data;

import io.qhyper.random.Purpose;
import io.qhyper.random.StreamKey;
import java.util.List;
import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * Points of the plane in two classes, from four Gaussians (reference, section 4.2).
 *
 * <p>Class 0, of probability ½, is N((−1,−2), 0.1·I); class 1 is one of N((−2,1), 0.1·I), N((1,1),
 * 0.1·I) and N((2,−2), 0.1·I), each a third of the other half.
 */
public final class Gaussians {
  /** Number of generated training points. */
  public static final int TRAIN_SIZE = 10_000;

  /** Number of generated test points. */
  public static final int TEST_SIZE = 2_000;

  private static final double DEVIATION = Math.sqrt(0.1);
  private static final List<Point> CLASS_ONE =
      List.of(new Point(-2, 1), new Point(1, 1), new Point(2, -2));
  private static final Point CLASS_ZERO = new Point(-1, -2);

  private Gaussians() {}

  /** The training and test points of a seed; the same seed gives the same points. */
  public static TrainTest generate(long seed) {
    DataSet train = points(StreamKey.of(seed, Purpose.TRAINING_DATA), TRAIN_SIZE);
    DataSet test = points(StreamKey.of(seed, Purpose.TEST_DATA), TEST_SIZE);
    return new TrainTest(train, Optional.of(test));
  }

  private static DataSet points(StreamKey key, int size) {
    UniformRandomProvider random = key.open();
    ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
    double[] values = new double[2 * size];
    int[] labels = new int[size];
    for (int i = 0; i < size; i++) {
      labels[i] = random.nextInt(2);
      Point centre = labels[i] == 0 ? CLASS_ZERO : CLASS_ONE.get(random.nextInt(3));
      values[2 * i] = centre.x() + DEVIATION * normal.sample();
      values[2 * i + 1] = centre.y() + DEVIATION * normal.sample();
    }
    return DataSet.of(Features.of(List.of("x0", "x1"), values), labels);
  }

  private record Point(double x, double y) {}
}
