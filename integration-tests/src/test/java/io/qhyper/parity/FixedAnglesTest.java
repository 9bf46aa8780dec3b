package io.qhyper.parity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.qhyper.cli.CommandLineInProcess;
import io.qhyper.cli.CommandLineInProcess.Outcome;
import io.qhyper.sandbox.Sandbox;
import io.qhyper.sandbox.SandboxSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Losses at fixed angles on a modelled device, on the local simulator and exactly: what they differ
 * by, in units of their own standard errors, is that of independent shots.
 */
class FixedAnglesTest {
  private static final int POINTS = 16;
  private static final int PARAMETERS = 40;

  /** Quantiles 1e-5 and 1 − 1e-5 of χ² with as many degrees of freedom as points. */
  private static final double LEAST_SQUARES = 1.99;

  private static final double MOST_SQUARES = 52.24;

  @TempDir private Path folder;

  private record Loss(double value, double error) {}

  private Loss loss(int point, String options) throws IOException {
    String line =
        "evaluate --problem gaussians --hidden 2 --layers 2 --top 0 --json --params "
            + folder.resolve(point + ".json")
            + options;
    Outcome outcome = CommandLineInProcess.run(Clock.systemUTC(), line.split(" "));
    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    JsonNode json = new ObjectMapper().readTree(outcome.out());
    return new Loss(
        json.path("expected_loss").doubleValue(), json.path("standard_error").asDouble(0));
  }

  private static double residual(Loss a, Loss b) {
    return (a.value() - b.value()) / Math.hypot(a.error(), b.error());
  }

  @Test
  void residualsOfDeviceAndSimulatorAreThoseOfShots() throws IOException {
    SplittableRandom random = new SplittableRandom(7);
    double[] device = new double[POINTS];
    double[] local = new double[POINTS];
    double[] pair = new double[POINTS];
    try (Sandbox sandbox = Sandbox.start(SandboxSettings.DEFAULT.withSeed(17), Clock.systemUTC())) {
      String ibm =
          " --shots 2000 --poll-seconds 0.002 --submissions-per-minute 100000"
              + " --backend ibm:sandbox_heron --endpoint "
              + sandbox.address();
      for (int i = 0; i < POINTS; i++) {
        double[] angles = random.doubles(PARAMETERS, -Math.PI, Math.PI).toArray();
        Files.writeString(folder.resolve(i + ".json"), Arrays.toString(angles));
        Loss exact = loss(i, "");
        Loss measured = loss(i, ibm);
        Loss simulated = loss(i, " --shots 2000 --seed " + (500 + i));
        assertThat(measured.error()).isBetween(0.5 * simulated.error(), 2 * simulated.error());
        device[i] = residual(measured, exact);
        local[i] = residual(simulated, exact);
        pair[i] = residual(measured, simulated);
      }
    }
    check("device and exact", device);
    check("simulator and exact", local);
    check("device and simulator", pair);
  }

  /** Neither a bias (the sum) nor a wrong spread (the sum of squares). */
  private static void check(String what, double[] residuals) {
    double squares = Arrays.stream(residuals).map(z -> z * z).sum();
    assertThat(squares)
        .as("%s: %s", what, Arrays.toString(residuals))
        .isBetween(LEAST_SQUARES, MOST_SQUARES);
    // 4.4 standard deviations: two-sided chance 1e-5.
    assertThat(Math.abs(Arrays.stream(residuals).sum()) / Math.sqrt(POINTS))
        .as("%s: %s", what, Arrays.toString(residuals))
        .isLessThan(4.4);
  }
}
