package io.qhyper.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BenchCommandTest {
  private final RecordingConsole console = RecordingConsole.plain();

  @Test
  void printsARowForEachEngine() {
    int code =
        console.run("bench", "--qubits", "3", "--layers", "2", "--engine", "reference", "--json");

    assertThat(code).isEqualTo(ExitCode.OK);
    assertThat(console.out())
        .startsWith("[ {\n  \"task\" : \"state\",\n  \"qubits\" : 3,\n  \"layers\" : 2,")
        .containsOnlyOnce("\"engine\" : \"reference\"")
        .contains("\"median_ms\" : ", "\"allocated_bytes\" : ");
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
