package io.qhyper.mitigation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.qhyper.shots.BitString;
import io.qhyper.shots.Counts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReadoutCorrectionTest {
  private static final long SEED = 20261125;

  private final SplittableRandom random = new SplittableRandom(SEED);

  @Test
  void isTheDenseInverseWhereAllStringsWereObserved() {
    for (int bits : new int[] {1, 2, 3, 5, 7, 8}) { // direct and iterative
      TensorModel model = randomModel(bits, 0);
      double[] truth = randomDistribution(1 << bits);
      double[] read = dense(model, truth);
      Counts counts = countsOf(bits, read, 1L << 50);

      CorrectedCounts corrected = ReadoutCorrection.of(model).correct(counts);

      assertThat(corrected.quasiProbabilities())
          .as("%d bits, seed %d", bits, SEED)
          .containsExactly(truth, within(1e-8));
      assertThat(corrected.overhead())
          .as("%d bits, seed %d", bits, SEED)
          .isCloseTo(model.overhead(), within(1e-6));
    }
  }

  @Test
  void theMeanIsThatOfTheQuasiProbabilities() {
    for (int bits : new int[] {3, 8}) {
      Counts counts = countsOf(bits, randomDistribution(1 << bits), 3000);
      double[] values = random.doubles(counts.distinct()).toArray();
      CorrectedCounts corrected =
          new ReadoutCorrection(randomModel(bits, 0.001), 2).correct(counts);

      double[] quasi = corrected.quasiProbabilities();
      double expected =
          IntStream.range(0, quasi.length).mapToDouble(i -> quasi[i] * values[i]).sum();

      assertThat(corrected.mean(values).value()).isCloseTo(expected, within(1e-9));
      assertThat(Arrays.stream(quasi).sum()).isCloseTo(1, within(1e-9));
    }
  }

  @Test
  void aFullMatrixCorrectsCorrelatedErrors() {
    int size = 1 << 4;
    List<double[]> columns = new ArrayList<>();
    for (int prepared = 0; prepared < size; prepared++) {
      double[] column = Arrays.stream(randomDistribution(size)).map(p -> 0.2 * p).toArray();
      column[prepared] += 0.8;
      columns.add(column);
    }
    double[] truth = randomDistribution(size);
    double[] read = new double[size];
    for (int prepared = 0; prepared < size; prepared++) {
      for (int s = 0; s < size; s++) {
        read[s] += columns.get(prepared)[s] * truth[prepared];
      }
    }

    MatrixModel model = new MatrixModel(columns, 0);

    assertThat(
            ReadoutCorrection.of(model).correct(countsOf(4, read, 1L << 50)).quasiProbabilities())
        .as("seed %d", SEED)
        .containsExactly(truth, within(1e-8));
    assertThat(model.overhead()).isGreaterThan(1);
  }

  @Test
  void errorsMatchTheScatterOfRepetitions() {
    int bits = 4;
    int calibrationShots = 2000;
    int shots = 4000;
    int repetitions = 400;
    TensorModel model = randomModel(bits, 0);
    double[] truth = randomDistribution(1 << bits);
    double[] read = dense(model, truth);
    double[] losses = random.doubles(1 << bits, 0, 3).toArray();
    double expected = IntStream.range(0, truth.length).mapToDouble(i -> truth[i] * losses[i]).sum();
    double squares = 0;
    double calibrationPart = 0;
    for (int repetition = 0; repetition < repetitions; repetition++) {
      Counts counts = sample(bits, read, shots);
      List<ReadoutRate> measured = new ArrayList<>();
      for (ReadoutRate rate : model.rates()) {
        measured.add(
            ReadoutRate.counted(
                binomial(calibrationShots, rate.oneGivenZero()),
                calibrationShots,
                binomial(calibrationShots, rate.zeroGivenOne()),
                calibrationShots));
      }
      CorrectedCounts.Mean mean =
          ReadoutCorrection.of(new TensorModel(measured))
              .correct(counts)
              .mean(valuesOf(counts, losses));
      double deviation = (mean.value() - expected) / mean.standardError();
      squares += deviation * deviation;
      calibrationPart += mean.calibrationError() / mean.standardError();
    }

    // The mean of 400 squared normal deviates has a standard deviation of √(2/400).
    assertThat(squares / repetitions)
        .as("mean squared deviation in standard errors, seed %d", SEED)
        .isCloseTo(1, within(4 * Math.sqrt(2.0 / repetitions)));
    assertThat(calibrationPart / repetitions).isGreaterThan(0.2);
  }

  @Test
  void theErrorOfAFullMatrixMatchesTheScatterOfCalibrations() {
    int size = 4;
    int calibrationShots = 3000;
    int repetitions = 400;
    TensorModel model = randomModel(2, 0);
    double[] truth = randomDistribution(size);
    Counts counts = countsOf(2, dense(model, truth), 1L << 50); // no error by shots
    double[] losses = {0.3, 2, 1, 0.1};
    double expected = IntStream.range(0, size).mapToDouble(i -> truth[i] * losses[i]).sum();
    double squares = 0;
    for (int repetition = 0; repetition < repetitions; repetition++) {
      List<double[]> columns = new ArrayList<>();
      for (int prepared = 0; prepared < size; prepared++) {
        double[] point = new double[size];
        point[prepared] = 1;
        Counts column = sample(2, dense(model, point), calibrationShots);
        double[] frequencies = new double[size];
        column
            .toMap()
            .forEach((b, n) -> frequencies[(int) b.index()] = n / (double) calibrationShots);
        columns.add(frequencies);
      }
      CorrectedCounts.Mean mean =
          ReadoutCorrection.of(new MatrixModel(columns, calibrationShots))
              .correct(counts)
              .mean(losses);
      double deviation = (mean.value() - expected) / mean.calibrationError();
      squares += deviation * deviation;
    }

    assertThat(squares / repetitions)
        .as("mean squared deviation in standard errors, seed %d", SEED)
        .isCloseTo(1, within(4 * Math.sqrt(2.0 / repetitions)));
  }

  @Test
  void manyBitsCostWhatTheirObservedStringsCost() {
    int bits = 100;
    TensorModel model = randomModel(bits, 0.001);
    Map<BitString, Long> entries = new HashMap<>();
    while (entries.size() < 150) {
      entries.put(
          BitString.ofWords(bits, random.nextLong(), random.nextLong() >>> 28),
          random.nextLong(1, 9));
    }
    Counts counts = Counts.of(bits, entries);
    double[] ones = new double[counts.distinct()];
    Arrays.fill(ones, 1);

    assertThat(ReadoutCorrection.of(model).correct(counts).mean(ones).value())
        .isCloseTo(1, within(1e-9));
  }

  @Test
  void refusesCountsOfAnotherWidth() {
    ReadoutCorrection correction = ReadoutCorrection.of(randomModel(3, 0));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> correction.correct(Counts.of(2, Map.of(BitString.of(2, 1), 5L))))
        .withMessage("the calibration is for 3 bits, the counts have 2");
  }

  private TensorModel randomModel(int bits, double error) {
    List<ReadoutRate> rates = new ArrayList<>();
    for (int bit = 0; bit < bits; bit++) {
      rates.add(
          new ReadoutRate(
              random.nextDouble(0.005, 0.08), random.nextDouble(0.01, 0.12), error, error));
    }
    return new TensorModel(rates);
  }

  private double[] randomDistribution(int size) {
    double[] weights = random.doubles(size, 0.05, 1).toArray();
    double sum = Arrays.stream(weights).sum();
    return Arrays.stream(weights).map(w -> w / sum).toArray();
  }

  /** Bit by bit over all pairs: what the model does to a distribution. */
  private static double[] dense(TensorModel model, double[] truth) {
    double[] read = new double[truth.length];
    for (int prepared = 0; prepared < truth.length; prepared++) {
      for (int s = 0; s < truth.length; s++) {
        double probability = truth[prepared];
        for (int bit = 0; bit < model.width(); bit++) {
          ReadoutRate rate = model.rates().get(bit);
          boolean from = (prepared >> bit & 1) == 1;
          boolean to = (s >> bit & 1) == 1;
          double one = from ? 1 - rate.zeroGivenOne() : rate.oneGivenZero();
          probability *= to ? one : 1 - one;
        }
        read[s] += probability;
      }
    }
    return read;
  }

  private static Counts countsOf(int bits, double[] probabilities, long shots) {
    Map<BitString, Long> entries = new HashMap<>();
    for (int i = 0; i < probabilities.length; i++) {
      long count = Math.round(shots * probabilities[i]);
      if (count > 0) {
        entries.put(BitString.of(bits, i), count);
      }
    }
    return Counts.of(bits, entries);
  }

  private Counts sample(int bits, double[] probabilities, int shots) {
    Map<BitString, Long> entries = new HashMap<>();
    for (int shot = 0; shot < shots; shot++) {
      double left = random.nextDouble();
      int i = 0;
      while (i < probabilities.length - 1 && left >= probabilities[i]) {
        left -= probabilities[i++];
      }
      entries.merge(BitString.of(bits, i), 1L, Long::sum);
    }
    return Counts.of(bits, entries);
  }

  private static double[] valuesOf(Counts counts, double[] losses) {
    return IntStream.range(0, counts.distinct())
        .mapToDouble(entry -> losses[(int) counts.bits(entry).index()])
        .toArray();
  }

  private long binomial(int shots, double probability) {
    return random.doubles(shots).filter(x -> x < probability).count();
  }
}
