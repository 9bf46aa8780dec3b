package io.qhyper.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the state-vector engine takes, by processes that have no more. */
class StateMemoryTest {
  private static final long STATE = 16L << LargeState.QUBITS;
  private static final long TABLE = 8L << LargeState.QUBITS;

  @Test
  void aTenthMoreThanTheAmplitudesIsEnoughToDrawShots() throws Exception {
    assertThat(run("shots", STATE / 10 * 11)).isEqualTo("0 1024");
  }

  @Test
  void probabilitiesTakeTheirTableMore() throws Exception {
    assertThat(run("probabilities", STATE / 10 * 11 + TABLE)).isEqualTo("0 1");
  }

  @Test
  void lessThanTheAmplitudesIsNotEnough() throws Exception {
    assertThat(run("shots", STATE / 10 * 9))
        .startsWith("1 ")
        .contains(InsufficientMemoryException.class.getName(), STATE + " bytes for 1 state vector");
  }

  /** The exit code and what a process of so much heap says. */
  private static String run(String work, long heapBytes) throws Exception {
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx" + heapBytes,
                    "-Xmn4m", // leaves the rest to what lives long: rows of amplitudes
                    "-XX:+UseSerialGC",
                    "-cp",
                    System.getProperty("java.class.path"),
                    LargeState.class.getName(),
                    work))
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return process.waitFor() + " " + said.trim();
  }
}
