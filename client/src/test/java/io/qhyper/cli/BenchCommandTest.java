package io.qhyper.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.qhyper.target.MadeDevice;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchCommandTest {
  @TempDir private Path folder;

  private final RecordingConsole console = RecordingConsole.plain();

  @Test
  void printsARowForEachEngineAndDevice() throws Exception {
    Path device = new MadeDevice("cz", 2, 5).writeTo(folder);

    int code =
        console.run(
            "bench", "--qubits", "3", "--layers", "2", "--target", device.toString(), "--json");

    assertThat(code).as(console.err()).isEqualTo(ExitCode.OK);
    assertThat(console.out())
        .startsWith(
            "[ {\n  \"task\" : \"state\",\n  \"circuit\" : \"brickwork\",\n"
                + "  \"target\" : null,\n  \"qubits\" : 3,\n  \"layers\" : 2,")
        .containsOnlyOnce("\"engine\" : \"reference\"")
        .containsOnlyOnce("\"target\" : \"made_cz\"")
        .contains("\"median_ms\" : ", "\"allocated_bytes\" : ");
  }

  @Test
  void refusesUnknownCircuits() {
    assertThat(console.run("bench", "--circuit", "ladder")).isEqualTo(ExitCode.FAILURE);
    assertThat(console.err())
        .contains("a circuit is one of [brickwork, random-pairs], got 'ladder'");
  }

  @Test
  void refusesUnknownTasksAndEngines() {
    assertThat(console.run("bench", "--task", "nothing")).isEqualTo(ExitCode.FAILURE);
    assertThat(console.run("bench", "--engine", "fastest")).isEqualTo(ExitCode.FAILURE);
    assertThat(console.err())
        .contains("a task is one of [state, sample,", "got 'nothing'")
        .contains("an engine is one of", "got 'fastest'");
    assertThat(console.out()).isEmpty();
  }

  @Test
  void refusesSizesOutOfRange() {
    assertThat(console.run("bench", "--qubits", "0")).isEqualTo(ExitCode.FAILURE);
    assertThat(console.run("bench", "--layers", "-1")).isEqualTo(ExitCode.FAILURE);
    assertThat(console.err()).contains("qubits must be in 1..1000, got 0", "layers must be in");
  }
}
