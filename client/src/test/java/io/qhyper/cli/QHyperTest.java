package io.qhyper.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class QHyperTest {
  private final RecordingConsole recording = RecordingConsole.plain();

  static List<CommandEntry> commands() {
    return CommandEntry.all();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void helpOfEveryCommandEndsWithAnExample(CommandEntry entry) {
    int code = recording.run(entry.name(), "--help");

    assertThat(code).isZero();
    List<String> lines = recording.out().lines().toList();
    assertThat(lines.get(0)).startsWith("Usage: qhyper " + entry.name());
    assertThat(lines.get(1)).isEqualTo(entry.summary());
    assertThat(lines.get(lines.size() - 1)).startsWith("Example: qhyper " + entry.name());
    assertThat(recording.out()).contains("--seed", "--threads", "--json", "--quiet", "--output");
    assertThat(recording.err()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandIsInTheListAndKnowsTheVersion(CommandEntry entry) {
    recording.run("--help");

    assertThat(recording.out()).contains("\n  " + entry.name() + " ", entry.summary());
    assertThat(recording.run(entry.name(), "--version")).isZero();
    assertThat(recording.out()).contains("qhyper (not packaged)\nJava ");
  }

  @Test
  void unknownCommandGetsASuggestion() {
    int code = recording.run("exprot");

    assertThat(code).isEqualTo(2);
    assertThat(recording.err()).contains("'exprot'", "did you mean export").hasLineCount(1);
  }

  @Test
  void unknownOptionIsNamedEvenWhenARequiredOneIsMissing() {
    int code = recording.run("export", "--qbits", "3");

    assertThat(code).isEqualTo(2);
    assertThat(recording.err())
        .contains("'--qbits'", "(see 'qhyper export --help')")
        .hasLineCount(1);
  }

  @Test
  void lineBreaksOfTheUserStayOnTheLine() {
    recording.run("export", "--qubits", "a\nb\u0007");

    assertThat(recording.err()).contains("'a b?'").hasLineCount(1);
  }

  @Test
  void fullDiskIsAFailure() {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("No space left on device");
          }
        };
    Console console =
        new Console(
            new PrintStream(full), recording.console().err(), false, recording.console().clock());

    int code = QHyper.run(new Session(console, new StopSignal()), "export", "--qubits", "1");

    assertThat(code).isEqualTo(1);
    assertThat(recording.err()).contains("stdout was closed or is full").hasLineCount(1);
  }

  @Test
  void commandThatWasAskedToStopEndsWithItsOwnCode() {
    recording.session().stop().request();

    assertThat(recording.run("export", "--qubits", "1")).isEqualTo(130);
  }
}
