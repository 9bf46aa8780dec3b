package io.qhyper.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.qhyper.ansatz.Brickwork;
import io.qhyper.backend.Backend;
import io.qhyper.backend.JobId;
import io.qhyper.backend.JobRequest;
import io.qhyper.backend.local.LocalBackend;
import io.qhyper.compare.PairComparison;
import io.qhyper.compare.Resampling;
import io.qhyper.compile.CompileOptions;
import io.qhyper.hybrid.ExactLoss;
import io.qhyper.hybrid.TrainingProgram;
import io.qhyper.optim.Lbfgs;
import io.qhyper.random.Purpose;
import io.qhyper.random.StreamKey;
import io.qhyper.shots.Counts;
import io.qhyper.sim.Noise;
import io.qhyper.sim.NoiseMethod;
import io.qhyper.sim.SimulationOptions;
import io.qhyper.target.MadeDevice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Trained circuits without noise and under that of a device, at 4,096 shots. Circuits of random
 * angles spread over all bitstrings, where such noise hides behind the shots more often than not.
 */
class IdealAgainstDeviceTest {
  private static final int SHOTS = 4096;
  private static final int SEEDS = 20;
  private static final int BITS = 6;
  private static final double LEVEL = 0.05;

  @TempDir private Path folder;

  @Test
  void isToldApartUnderTheNoiseOfAMadeDeviceForEverySeed() throws Exception {
    assertToldApart(new MadeDevice("cz", 2, 5).writeTo(folder));
  }

  @Test
  void isToldApartUnderTheNoiseOfTorinoForEverySeed() throws Exception {
    Path torino = Path.of("..", "..", "shared", "data", "backends", "torino");
    assumeTrue(Files.isDirectory(torino), "the snapshots are not there: " + torino);

    assertToldApart(torino);
  }

  @Test
  void twoIdealSamplesAreNotToldApartEveryTime() throws Exception {
    try (Backend first = new LocalBackend(1);
        Backend second = new LocalBackend(1)) {
      // Of 20 at the level of 5 %, six or more have a probability of 0.0003.
      assertThat(toldApart(first, second)).isLessThan(6);
    }
  }

  private static void assertToldApart(Path device) throws Exception {
    NoiseSource noise = NoiseSource.named("device:" + device);
    SimulationOptions options =
        SimulationOptions.DEFAULT.withNoise(new Noise(noise.model(), NoiseMethod.AUTO));
    DevicePrograms programs =
        new DevicePrograms(noise.target().orElseThrow(), CompileOptions.DEFAULT);
    try (Backend ideal = new LocalBackend(1);
        Backend noisy = new LocalBackend(1, options, programs)) {
      assertThat(toldApart(ideal, noisy)).isEqualTo(SEEDS);
    }
  }

  /** Angles that favour the networks of lowest loss, for losses drawn at random. */
  private static double[] trained(TrainingProgram program, int seed) {
    Random random = new Random(seed);
    ExactLoss loss = new ExactLoss(program, random.doubles(1 << BITS).toArray());
    double[] start = random.doubles(program.parameterCount(), 0, 2 * Math.PI).toArray();
    return new Lbfgs(10, 1e-4, 100).minimize(loss, start).point();
  }

  /**
   * How many of the seeds, each with losses and shots of its own, give a p-value of 5 % at most.
   */
  private static int toldApart(Backend first, Backend second) throws Exception {
    TrainingProgram program = TrainingProgram.of(new Brickwork(BITS, 2));
    int toldApart = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      double[] theta = trained(program, seed);
      PairComparison pair =
          PairComparison.of(
              sample(first, program, theta, seed, 0),
              sample(second, program, theta, seed, 1),
              new Resampling(199, seed, 0));
      toldApart += pair.same().combined() <= LEVEL ? 1 : 0;
    }
    return toldApart;
  }

  private static Counts sample(
      Backend backend, TrainingProgram program, double[] theta, long seed, int side)
      throws Exception {
    JobId id =
        backend.submit(
            new JobRequest(
                program.text(),
                List.of(program.row(theta)),
                SHOTS,
                StreamKey.of(seed, Purpose.COMPARISON).withIteration(side)));
    backend.await(id, Duration.ofMinutes(1));
    return backend.result(id).register(TrainingProgram.REGISTER).get(0);
  }
}
