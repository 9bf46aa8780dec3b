package io.qhyper.hybrid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.qhyper.ansatz.Brickwork;
import io.qhyper.backend.local.LocalBackend;
import io.qhyper.bnn.LossCache;
import io.qhyper.bnn.LossTable;
import io.qhyper.bnn.Problem;
import io.qhyper.mitigation.Calibration;
import io.qhyper.mitigation.CalibrationMethod;
import io.qhyper.mitigation.CalibrationProgram;
import io.qhyper.mitigation.ReadoutCorrection;
import io.qhyper.mitigation.ReadoutRate;
import io.qhyper.mitigation.TensorModel;
import io.qhyper.random.Purpose;
import io.qhyper.random.StreamKey;
import io.qhyper.sim.Noise;
import io.qhyper.sim.NoiseMethod;
import io.qhyper.sim.SimulationOptions;
import io.qhyper.sim.noise.NoiseModel;
import io.qhyper.sim.noise.ReadoutError;
import io.qhyper.sim.noise.ReadoutErrors;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReadoutMitigationTest {
  private static final Problem PROBLEM = Examples.gaussians(); // 10 bits
  private static final Brickwork ANSATZ = new Brickwork(10, 2);
  private static final TrainingProgram PROGRAM = TrainingProgram.of(ANSATZ);
  private static final double[] THETA =
      Examples.uniform(Examples.random(5), ANSATZ.parameterCount(), -0.4, 0.4);
  private static final int CALIBRATION_SHOTS = 8192;

  @Test
  void bringsTheLossBackToThatWithoutReadoutErrors() {
    double expected =
        new ExactLoss(PROGRAM, LossTable.enumerate(PROBLEM, 1).toArray()).value(THETA);
    try (LocalBackend backend = new LocalBackend(2, misreading())) {
      Jobs jobs = new BackendJobs(backend, StopSignal.NEVER);
      Calibration calibration = calibration(jobs);

      Evaluation evaluation =
          Evaluation.byCorrectedShots(
              PROGRAM,
              jobs,
              ReadoutCorrection.of(calibration.model()),
              new LossCache(PROBLEM, 2),
              THETA,
              40_000,
              StreamKey.of(7, Purpose.EVALUATION),
              3);

      LossEstimate before = evaluation.corrected().orElseThrow().before();
      LossEstimate after = evaluation.loss();
      assertThat(Math.abs(before.mean() - expected))
          .as("the loss as read, %s, exact %s", before, expected)
          .isGreaterThan(5 * before.standardError());
      assertThat(after.mean())
          .as("the corrected loss, %s", after)
          .isCloseTo(expected, within(3 * after.standardError()));
      assertThat(after.standardError()).isGreaterThan(before.standardError());
      assertThat(evaluation.corrected().orElseThrow().overhead()).isGreaterThan(1);
    }
  }

  @Test
  void calibrationFindsTheRatesOfEachBit() {
    try (LocalBackend backend = new LocalBackend(2, misreading())) {
      Calibration calibration = calibration(new BackendJobs(backend, StopSignal.NEVER));

      List<ReadoutRate> rates = ((TensorModel) calibration.model()).rates();
      assertThat(calibration.qubits()).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
      assertThat(calibration.shots()).isEqualTo(8L * CALIBRATION_SHOTS);
      for (int bit = 0; bit < rates.size(); bit++) {
        ReadoutRate rate = rates.get(bit);
        // 20 rates are compared, so four standard errors.
        assertThat(rate.oneGivenZero())
            .isCloseTo(error(bit).oneGivenZero(), within(4 * rate.oneGivenZeroError()));
        assertThat(rate.zeroGivenOne())
            .isCloseTo(error(bit).zeroGivenOne(), within(4 * rate.zeroGivenOneError()));
      }
    }
  }

  private static Calibration calibration(Jobs jobs) {
    CalibrationProgram program =
        CalibrationProgram.of(
            PROGRAM.circuit(), TrainingProgram.REGISTER, "local", Optional.empty());
    return program.calibration(
        CalibrationMethod.TENSOR,
        jobs.run(
                List.of(
                    program.request(
                        CalibrationMethod.TENSOR,
                        CALIBRATION_SHOTS,
                        StreamKey.of(7, Purpose.CALIBRATION))))
            .get(0),
        Instant.EPOCH);
  }

  /** Asymmetric errors of a few per cent, different for every qubit. */
  private static ReadoutError error(int qubit) {
    return new ReadoutError(0.01 + 0.002 * qubit, 0.06 - 0.003 * qubit);
  }

  private static SimulationOptions misreading() {
    Map<Integer, ReadoutError> errors = new HashMap<>();
    for (int qubit = 0; qubit < 10; qubit++) {
      errors.put(qubit, error(qubit));
    }
    NoiseModel model =
        new NoiseModel(
            "misreading",
            NoiseModel.QubitNumbers.ANY,
            List.of(),
            new ReadoutErrors(ReadoutError.NONE, errors, Map.of()),
            Optional.empty());
    return SimulationOptions.DEFAULT.withNoise(new Noise(model, NoiseMethod.AUTO));
  }
}
