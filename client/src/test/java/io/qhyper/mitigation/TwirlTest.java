package io.qhyper.mitigation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.qhyper.ansatz.Brickwork;
import io.qhyper.backend.JobId;
import io.qhyper.backend.JobRequest;
import io.qhyper.backend.JobResult;
import io.qhyper.backend.JobState;
import io.qhyper.backend.local.LocalBackend;
import io.qhyper.circuit.Circuit;
import io.qhyper.compile.DeadGates;
import io.qhyper.qasm.Qasm3Writer;
import io.qhyper.random.Purpose;
import io.qhyper.random.StreamKey;
import io.qhyper.shots.Counts;
import io.qhyper.sim.Noise;
import io.qhyper.sim.NoiseMethod;
import io.qhyper.sim.SimulatedProgram;
import io.qhyper.sim.SimulationOptions;
import io.qhyper.sim.noise.NoiseModel;
import io.qhyper.sim.noise.ReadoutError;
import io.qhyper.sim.noise.ReadoutErrors;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Twirled readout against all flips one by one, and against the readings without errors. */
class TwirlTest {
  private static final int BITS = 3;
  private static final ReadoutError[] ERRORS = {
    new ReadoutError(0.01, 0.12), new ReadoutError(0.03, 0.08), new ReadoutError(0.09, 0.02)
  };

  private final Circuit circuit = DeadGates.remove(new Brickwork(BITS, 2).circuit()).circuit();
  private final double[] row = new Random(2).doubles(circuit.parameters().size(), 0, 6).toArray();

  private static SimulationOptions misreading(NoiseMethod method) {
    NoiseModel model =
        new NoiseModel(
            "misreading",
            NoiseModel.QubitNumbers.ANY,
            List.of(),
            new ReadoutErrors(
                ReadoutError.NONE, Map.of(0, ERRORS[0], 1, ERRORS[1], 2, ERRORS[2]), Map.of()),
            Optional.empty());
    return SimulationOptions.DEFAULT.withNoise(new Noise(model, method));
  }

  private double[] exact() {
    return SimulatedProgram.of(circuit).exact("c").probabilities(row);
  }

  /** The distribution after each bit is flipped with the mean of its two rates. */
  private static double[] symmetricallyMisread(double[] exact) {
    double[] read = new double[exact.length];
    for (int from = 0; from < exact.length; from++) {
      for (int to = 0; to < exact.length; to++) {
        double probability = exact[from];
        for (int bit = 0; bit < BITS; bit++) {
          double rate = (ERRORS[bit].oneGivenZero() + ERRORS[bit].zeroGivenOne()) / 2;
          probability *= ((from ^ to) >> bit & 1) == 1 ? rate : 1 - rate;
        }
        read[to] += probability;
      }
    }
    return read;
  }

  @Test
  void theMeanOverAllFlipsIsMisreadAlikeInBothDirections() {
    SimulatedProgram twirled =
        SimulatedProgram.of(Twirl.program(circuit), misreading(NoiseMethod.DENSITY));
    double[] mean = new double[1 << BITS];
    for (int flips = 0; flips < 1 << BITS; flips++) {
      double[] inputs = Arrays.copyOf(row, row.length + BITS);
      for (int bit = 0; bit < BITS; bit++) {
        inputs[row.length + bit] = (flips >> bit & 1) * Math.PI;
      }
      double[] read = twirled.exact("c").probabilities(inputs);
      for (int string = 0; string < read.length; string++) {
        mean[string ^ flips] += read[string] / (1 << BITS);
      }
    }

    assertThat(mean).containsExactly(symmetricallyMisread(exact()), within(1e-12));
  }

  private JobRequest request(Purpose purpose, int rows, int shots) {
    return new JobRequest(
        Qasm3Writer.write(circuit),
        IntStream.range(0, rows).mapToObj(i -> row).toList(),
        shots,
        StreamKey.of(5, purpose));
  }

  private static JobResult run(LocalBackend local, JobRequest request) {
    try (TwirledBackend backend = new TwirledBackend(local)) {
      JobId id = backend.submit(request);
      JobState state = backend.state(id);
      while (!state.isTerminal()) {
        state = backend.await(id, Duration.ofSeconds(10));
      }
      return backend.result(id, request);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void readsLikeASymmetricDeviceAndIsCorrectedByOneRateABit() {
    int rows = 400;
    double[] expected = symmetricallyMisread(exact());
    double[] losses = new Random(4).doubles(1 << BITS, 0, 1).toArray();
    TensorModel model =
        new TensorModel(
            Arrays.stream(ERRORS)
                .map(e -> ReadoutRate.exact(e.oneGivenZero(), e.zeroGivenOne()).symmetric())
                .toList());
    double[] read = new double[1 << BITS];
    double[] means = new double[rows];
    List<Counts> counts =
        run(
                new LocalBackend(2, misreading(NoiseMethod.AUTO)),
                request(Purpose.EVALUATION, rows, 400))
            .register("c");
    for (int r = 0; r < rows; r++) {
      Counts one = counts.get(r);
      assertThat(one.shots()).isEqualTo(400);
      double[] values = new double[one.distinct()];
      for (int entry = 0; entry < values.length; entry++) {
        read[(int) one.word(entry, 0)] += (double) one.count(entry) / one.shots() / rows;
        values[entry] = losses[(int) one.word(entry, 0)];
      }
      means[r] = ReadoutCorrection.of(model).correct(one).mean(values).value();
    }

    for (int string = 0; string < read.length; string++) {
      double error = Math.sqrt(expected[string] * (1 - expected[string]) / (400.0 * rows));
      // Patterns are drawn: few rows scatter more than shots alone, 400 of them hardly.
      assertThat(read[string]).isCloseTo(expected[string], within(5 * error));
    }
    double[] exact = exact();
    double loss = IntStream.range(0, 1 << BITS).mapToDouble(i -> exact[i] * losses[i]).sum();
    double mean = Arrays.stream(means).average().orElseThrow();
    double variance =
        Arrays.stream(means).map(m -> (m - mean) * (m - mean)).sum() / (rows - 1) / rows;
    assertThat(mean).isCloseTo(loss, within(4 * Math.sqrt(variance)));
  }

  @Test
  void everyBitIsFlippedInHalfOfTheShots() {
    JobRequest plain = request(Purpose.GRADIENT, 5, 20);

    JobRequest twirled = Twirl.request(plain);

    assertThat(twirled.rows()).hasSize(5 * Twirl.PATTERNS);
    assertThat(twirled.shots()).isEqualTo(20 / Twirl.PATTERNS);
    assertThat(twirled.program()).isEqualTo(Qasm3Writer.write(Twirl.program(circuit)));
    for (int bit = 0; bit < BITS; bit++) {
      for (int r = 0; r < 5; r++) {
        double sum = 0;
        for (int pattern = 0; pattern < Twirl.PATTERNS; pattern++) {
          double flip = twirled.rows().get(r * Twirl.PATTERNS + pattern)[row.length + bit];
          assertThat(flip).isIn(0.0, Math.PI);
          sum += flip;
        }
        assertThat(sum).isEqualTo(Math.PI * Twirl.PATTERNS / 2);
      }
    }
    assertThat(Twirl.request(plain).rows().toArray(double[][]::new))
        .isDeepEqualTo(twirled.rows().toArray(double[][]::new));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Twirl.request(request(Purpose.GRADIENT, 1, 10)))
        .withMessageContaining("multiple");
  }

  @Test
  void calibrationFindsTheMeanOfBothRates() {
    CalibrationProgram program = CalibrationProgram.of(circuit, "c", "local", Optional.empty());
    JobRequest request =
        program.request(CalibrationMethod.TWIRL, 20_001, StreamKey.of(3, Purpose.CALIBRATION));

    JobResult result = run(new LocalBackend(2, misreading(NoiseMethod.AUTO)), request);
    Calibration calibration = program.calibration(CalibrationMethod.TWIRL, result, Instant.EPOCH);

    assertThat(request.rows()).hasSize(4);
    assertThat(calibration.shots()).isEqualTo(4 * 20_001);
    List<ReadoutRate> rates = ((TensorModel) calibration.model()).rates();
    for (int bit = 0; bit < BITS; bit++) {
      ReadoutRate rate = rates.get(bit);
      double mean = (ERRORS[bit].oneGivenZero() + ERRORS[bit].zeroGivenOne()) / 2;
      assertThat(rate.oneGivenZero())
          .isEqualTo(rate.zeroGivenOne())
          .isCloseTo(mean, within(4 * rate.oneGivenZeroError()));
    }
  }
}
