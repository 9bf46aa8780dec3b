package io.qhyper.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class ProgressTest {
  private static CommonOptions options(String... arguments) {
    CommonOptions options = new CommonOptions();
    CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();
    spec.addMixin("common", CommandLine.Model.CommandSpec.forAnnotatedObject(options));
    new CommandLine(spec).parseArgs(arguments);
    return options;
  }

  @Test
  void redrawsOneLineOnATerminal() {
    RecordingConsole recording = RecordingConsole.terminal();
    try (Progress progress = Progress.of(recording.console(), options(), "training")) {
      recording.pass(Duration.ofMillis(100));
      progress.update(1, 4, "E = 0.5");
      progress.update(2, 4, "too soon to be shown");
      recording.pass(Duration.ofMillis(100));
      progress.update(4, 4, "E = 0.3");
    }

    String clear = "\r\u001b[2K";
    assertThat(recording.err())
        .isEqualTo(
            clear
                + "training [######------------------] 1/4  E = 0.5"
                + clear
                + "training [########################] 4/4  E = 0.3"
                + clear);
    assertThat(recording.out()).isEmpty();
  }

  @Test
  void printsALineNowAndThenElsewhere() {
    RecordingConsole recording = RecordingConsole.plain();
    try (Progress progress = Progress.of(recording.console(), options(), "training")) {
      for (int i = 1; i <= 100; i++) {
        recording.pass(Duration.ofMillis(250));
        progress.update(i, 100, "x");
      }
    }

    assertThat(recording.err())
        .isEqualTo("qhyper: training 40/100  x\nqhyper: training 80/100  x\n");
  }

  @Test
  void quietSaysNothing() {
    RecordingConsole recording = RecordingConsole.terminal();
    try (Progress progress = Progress.of(recording.console(), options("--quiet"), "training")) {
      recording.pass(Duration.ofHours(1));
      progress.update(1, 2, "x");
    }

    assertThat(recording.err()).isEmpty();
  }
}
