package io.qhyper.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.qhyper.store.journal.RunJournal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResumeCommandTest {
  private static final String SMALL =
      "--problem gaussians --hidden 2 --layers 1 --iterations 3 --shots 4 --loss-shots 4"
          + " --confirm-shots 16 --restarts 2";
  private static final String EXACT =
      "--problem gaussians --hidden 2 --layers 1 --gradient exact --iterations 5 --restarts 2";

  @TempDir private Path folder;
  private final RecordingConsole recording = RecordingConsole.plain();

  private Path run(String name) {
    return folder.resolve(name);
  }

  private static RecordingConsole command(String line) {
    RecordingConsole own = RecordingConsole.plain();
    own.run(line.split(" "));
    return own;
  }

  private static List<String> metrics(Path run) throws IOException {
    try (Stream<String> lines = Files.lines(run.resolve("metrics.csv"))) {
      return lines.map(line -> line.substring(0, line.lastIndexOf(','))).toList();
    }
  }

  private static JsonNode report(String text) throws IOException {
    ObjectNode report = (ObjectNode) new ObjectMapper().readTree(text);
    return report.without(List.of("run", "seconds"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        SMALL,
        EXACT,
        SMALL + " --gradient coordinate --coordinates 3",
        SMALL + " --optimizer spsa --max-seconds 1000"
      })
  void aStoppedRunComesToTheResultOfAnUndisturbedOne(String options) throws IOException {
    RecordingConsole whole = command("train --json " + options + " --run " + run("a"));
    recording.session().stop().request();
    int code = recording.run(("train " + options + " --run " + run("b")).split(" "));
    assertThat(code).isEqualTo(130);
    assertThat(recording.err()).contains("qhyper resume " + run("b"));

    RecordingConsole resumed = command("resume --json --threads 1 " + run("b"));

    assertThat(report(resumed.out())).as(resumed.err()).isEqualTo(report(whole.out()));
    assertThat(metrics(run("b"))).isEqualTo(metrics(run("a")));
    for (String file : List.of("model.json", "parameters.json", "circuit.qasm")) {
      assertThat(run("b").resolve(file)).hasSameTextualContentAs(run("a").resolve(file));
    }
  }

  @Test
  void theJournalNamesTheEngineThatRanAndResumeUsesIt() throws IOException {
    recording.session().stop().request();
    recording.run(("train " + SMALL + " --run " + run("auto")).split(" "));
    recording.session().stop().request();
    recording.run(("train " + SMALL + " --engine reference --run " + run("named")).split(" "));

    assertThat(fact(run("auto"))).contains("line");
    assertThat(fact(run("named"))).contains("reference");
    command("resume " + run("named"));
    assertThat(fact(run("named"))).contains("reference");
  }

  private static Optional<String> fact(Path run) throws IOException {
    try (RunJournal journal = RunJournal.read(run, Clock.systemUTC())) {
      return journal.fact("engine");
    }
  }

  @Test
  void aFinishedRunPrintsItsResultAgain() {
    RecordingConsole first = command("train " + SMALL + " --run " + run("a"));

    int code = recording.run("resume", run("a").toString());

    assertThat(code).isZero();
    assertThat(recording.out()).isEqualTo(first.out());
    assertThat(recording.err()).contains("is finished").hasLineCount(1);
  }

  @Test
  void aRunKilledBeforeItsJournalWasMadeBegins() throws IOException {
    command("train " + SMALL + " --run " + run("a"));
    Files.createDirectory(run("b"));
    Files.copy(run("a").resolve("config.yaml"), run("b").resolve("config.yaml"));

    int code = recording.run("resume", run("b").toString());

    assertThat(code).as(recording.err()).isZero();
    assertThat(metrics(run("b"))).isEqualTo(metrics(run("a")));
  }

  @Test
  void theParametersFileIsNotNeededAgain() throws IOException {
    command("train " + SMALL + " --run " + run("a"));
    Path angles = Files.copy(run("a").resolve("parameters.json"), folder.resolve("start.json"));
    String options = SMALL + " --params " + angles + " --run ";
    command("train " + options + run("whole"));
    recording.session().stop().request();
    recording.run(("train " + options + run("b")).split(" "));
    Files.delete(angles);

    RecordingConsole resumed = command("resume " + run("b"));

    assertThat(resumed.out()).as(resumed.err()).contains("best network");
    assertThat(metrics(run("b"))).isEqualTo(metrics(run("whole")));
  }

  @Test
  void changedDataAreRefused() throws IOException {
    Path data = folder.resolve("train.csv");
    Files.writeString(data, "x,label\n0.5,1\n-0.5,0\n");
    recording.session().stop().request();
    recording.run(
        ("train --problem csv --data " + data + " --iterations 2 --run " + run("a")).split(" "));
    Files.writeString(data, "x,label\n0.5,1\n-0.25,0\n");

    RecordingConsole resumed = command("resume " + run("a"));

    assertThat(resumed.err()).contains("are not those that run").hasLineCount(1);
  }

  @Test
  void whatIsNoRunIsRefusedInOneLine() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    Path file = Files.writeString(folder.resolve("file"), "x");
    for (Path path : List.of(empty, file, folder.resolve("missing"))) {
      for (String line : List.of("resume ", "runs show ", "runs export ")) {
        RecordingConsole own = RecordingConsole.plain();

        assertThat(own.run((line + path).split(" "))).isEqualTo(1);
        assertThat(own.err()).hasLineCount(1).contains(path.toString()).doesNotContain("bug");
      }
    }
  }

  @Test
  void theSeedOfARunCannotBeChanged() {
    assertThat(recording.run("resume", "x", "--seed", "2")).isEqualTo(1);
    assertThat(recording.err()).contains("--seed").hasLineCount(1);
  }

  @Test
  void exportGivesEveryShotOfTheRun() throws IOException {
    command("train " + SMALL + " --run " + run("a"));
    JsonNode shown = new ObjectMapper().readTree(command("runs show --json " + run("a")).out());

    String csv = command("runs export --shots " + run("a")).out();
    String lines = command("runs export --shots --json " + run("a")).out();
    String curve = command("runs export " + run("a")).out();

    List<String> rows = csv.lines().skip(1).toList();
    long shots = rows.stream().mapToLong(r -> Long.parseLong(r.split(",", -1)[7])).sum();
    assertThat(shots).isEqualTo(shown.get("shots").asLong());
    assertThat(lines.lines()).hasSize(rows.size());
    assertThat(curve).isEqualTo(Files.readString(run("a").resolve("metrics.csv")));
  }

  @Test
  void listNamesEveryRunAndSkipsABrokenOne() throws IOException {
    Path runs = Files.createDirectory(folder.resolve("runs"));
    command("train " + SMALL + " --run " + runs.resolve("a"));
    Files.createDirectory(runs.resolve("broken"));
    Files.writeString(runs.resolve("broken/journal.db"), "no data base");

    RecordingConsole listed = command("runs list " + runs);

    assertThat(listed.out()).contains("finished", runs.resolve("a").toString()).hasLineCount(2);
    assertThat(listed.err()).contains("broken").hasLineCount(1);
  }
}
