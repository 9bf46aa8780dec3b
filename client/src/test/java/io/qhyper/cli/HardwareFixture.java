package io.qhyper.cli;

import io.qhyper.hardware.FakeService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A service on this machine, and commands that use it. */
abstract class HardwareFixture {
  static final String SMALL = HardwareCommands.SMALL;

  @TempDir private Path folder;
  FakeService ibm;
  private HardwareCommands commands;

  @BeforeEach
  void start() throws IOException {
    ibm = new FakeService(12);
    commands = new HardwareCommands(ibm, folder);
  }

  @AfterEach
  void stop() {
    ibm.close();
  }

  Path folder() {
    return folder;
  }

  Path run(String name) {
    return commands.run(name);
  }

  String hardware() {
    return " --backend ibm:" + FakeService.DEVICE + connection();
  }

  String connection() {
    return commands.connection();
  }

  static RecordingConsole command(String line) {
    return HardwareCommands.command(line);
  }

  RecordingConsole train(String options, String run) {
    return commands.train(run, options);
  }

  /** All but the times. */
  static List<String> metrics(Path run) throws IOException {
    try (Stream<String> lines = Files.lines(run.resolve("metrics.csv"))) {
      return lines.map(line -> line.substring(0, line.lastIndexOf(','))).toList();
    }
  }

  List<Integer> circuits() {
    return ibm.jobs().stream().map(FakeService.Job::circuits).toList();
  }

  /** The programs of the jobs from one on. */
  List<String> texts(int from) {
    List<String> texts = new ArrayList<>();
    for (FakeService.Job job : ibm.jobs().subList(from, ibm.jobs().size())) {
      for (int pub = 0; pub < job.circuits(); pub++) {
        texts.add(job.text(pub));
      }
    }
    return texts;
  }
}
