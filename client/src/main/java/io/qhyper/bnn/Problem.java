package io.qhyper.bnn;

import io.qhyper.data.DataSet;
import io.qhyper.data.Features;
import io.qhyper.data.TrainTest;
import io.qhyper.shots.BitString;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * A family of binary networks and the data that judges them: gives every bitstring a loss.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class Problem {
  private static final int SMALLEST_BATCH = 64;

  private final String name;
  private final Network network;
  private final TrainTest data;
  private final List<String> layout;
  private final LossKernel kernel;

  private Problem(String name, Network network, TrainTest data) {
    this.name = name;
    this.network = network;
    this.data = data;
    this.layout = List.copyOf(network.layout());
    this.kernel = network.kernel(data.train());
  }

  /**
   * The problem of training networks of a family on the given data.
   *
   * @param name a short name for folders and titles
   * @throws IllegalArgumentException if a label is neither 0 nor 1
   */
  public static Problem of(String name, ModelSpec model, TrainTest data) {
    requireTwoClasses("training", data.train());
    data.test().ifPresent(test -> requireTwoClasses("test", test));
    return new Problem(name, Network.of(model, data.train().features().names()), data);
  }

  private static void requireTwoClasses(String which, DataSet set) {
    for (int row = 0; row < set.size(); row++) {
      if (set.label(row) > 1) {
        throw new IllegalArgumentException(
            "the labels of the "
                + which
                + " set must be 0 or 1, got "
                + set.label(row)
                + " in row "
                + row);
      }
    }
  }

  /** A short name, without blanks. */
  public String name() {
    return name;
  }

  /** Number of bits N of a network. */
  public int bits() {
    return layout.size();
  }

  /** What the bits mean: a name for σ_0, σ_1, … in order. */
  public List<String> layout() {
    return layout;
  }

  /** The examples that losses are computed on. */
  public DataSet trainingSet() {
    return data.train();
  }

  /** The examples kept apart, if there are any. */
  public Optional<DataSet> testSet() {
    return data.test();
  }

  /**
   * The network that {@code bits} stands for.
   *
   * @throws IllegalArgumentException if {@code bits} has another width than {@link #bits()}
   */
  public DecodedNetwork decode(BitString bits) {
    return network.decode(checked(bits));
  }

  /**
   * The loss of one network: the mean over the training set, plus a price if the family has one.
   * One pass over the training set; for more than a few networks use {@link #losses}, which gives
   * the same number.
   *
   * @throws IllegalArgumentException if {@code bits} has another width than {@link #bits()}
   */
  public double loss(BitString bits) {
    return kernel.losses(List.of(network.canonical(checked(bits))))[0];
  }

  /**
   * The loss as it is defined, one example after the other: what {@link #loss} is compared with,
   * and many times slower.
   *
   * @throws IllegalArgumentException if {@code bits} has another width than {@link #bits()}
   */
  public double plainLoss(BitString bits) {
    return new PlainLoss(network, data.train()).loss(checked(bits));
  }

  /**
   * The losses of many networks, in the order of {@code batch}; equal to {@link #loss} to the last
   * bit, for any number of threads.
   *
   * @throws IllegalArgumentException if a width is not {@link #bits()} or {@code threads} is not
   *     positive
   */
  public double[] losses(Collection<BitString> batch, int threads) {
    BitStringIndex distinct = new BitStringIndex(bits());
    int[] position = new int[batch.size()];
    int at = 0;
    for (BitString bits : batch) {
      position[at++] = distinct.add(network.canonical(checked(bits)));
    }
    double[] own =
        distinctLosses(
            IntStream.range(0, distinct.size()).mapToObj(distinct::get).toList(), threads);
    double[] losses = new double[position.length];
    for (int i = 0; i < losses.length; i++) {
      losses[i] = own[position[i]];
    }
    return losses;
  }

  private double[] distinctLosses(List<BitString> distinct, int threads) {
    double[] losses = new double[distinct.size()];
    int size = Math.max(SMALLEST_BATCH, (losses.length + threads - 1) / Math.max(1, threads));
    Parallel.forEach(
        threads,
        (losses.length + size - 1) / size,
        part -> {
          int from = part * size;
          int to = Math.min(losses.length, from + size);
          System.arraycopy(kernel.losses(distinct.subList(from, to)), 0, losses, from, to - from);
        });
    return losses;
  }

  /** All 2^N losses in index order; the caller checks that N is small. */
  double[] enumerate(int threads) {
    return kernel.enumerate(bits(), threads);
  }

  /**
   * The probability of class 1 and the predicted class for each row of {@code features}.
   *
   * @throws IllegalArgumentException if the number of features is not that of the training set
   */
  public List<DecodedNetwork.Prediction> predict(BitString bits, Features features) {
    DecodedNetwork decoded = decode(bits);
    return IntStream.range(0, features.size())
        .mapToObj(row -> decoded.predict(features.row(row)))
        .toList();
  }

  /**
   * The part of {@code examples} whose label is predicted rightly, in [0, 1]; NaN if there are
   * none.
   *
   * @throws IllegalArgumentException if the number of features is not that of the training set
   */
  public double accuracy(BitString bits, DataSet examples) {
    List<DecodedNetwork.Prediction> predictions = predict(bits, examples.features());
    int right = 0;
    for (int row = 0; row < examples.size(); row++) {
      right += predictions.get(row).label() == examples.label(row) ? 1 : 0;
    }
    return (double) right / examples.size();
  }

  /** The accuracy on the training set, in [0, 1]. */
  public double trainAccuracy(BitString bits) {
    return accuracy(bits, data.train());
  }

  /** The accuracy on the test set, in [0, 1]; empty without a test set. */
  public OptionalDouble testAccuracy(BitString bits) {
    Optional<DataSet> test = data.test().filter(set -> set.size() > 0);
    return test.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(accuracy(bits, test.get()));
  }

  private BitString checked(BitString bits) {
    if (bits.width() != bits()) {
      throw new IllegalArgumentException(
          "a network of " + name + " has " + bits() + " bits, got " + bits.width() + ": " + bits);
    }
    return bits;
  }
}
