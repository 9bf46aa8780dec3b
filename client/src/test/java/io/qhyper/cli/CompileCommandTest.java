package io.qhyper.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.qhyper.circuit.Circuit;
import io.qhyper.circuit.QubitLabels;
import io.qhyper.compile.IsaCheck;
import io.qhyper.qasm.QasmReader;
import io.qhyper.target.MadeDevice;
import io.qhyper.target.TargetFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompileCommandTest {
  @TempDir private Path folder;
  private final RecordingConsole recording = RecordingConsole.plain();
  private String device;

  @BeforeEach
  void writeDevice() throws Exception {
    device = new MadeDevice("ecr", 2, 9).writeTo(folder.resolve("device")).toString();
  }

  @Test
  void printsAProgramThatTheDeviceTakes() throws Exception {
    int code = recording.run("compile", "--target", device, "--qubits", "6", "--layers", "3");

    Circuit circuit = QasmReader.read(recording.out());
    assertThat(code).isZero();
    assertThat(recording.err()).isEmpty();
    assertThat(circuit.labels()).isEqualTo(QubitLabels.PHYSICAL);
    assertThat(IsaCheck.violations(circuit, TargetFile.read(Path.of(device)))).isEmpty();
  }

  @Test
  void saysWhatTheDeviceLacksForFractionalGates() throws Exception {
    recording.run("compile", "--target", device, "--qubits", "3", "--fractional");

    assertThat(recording.err())
        .isEqualTo(
            "qhyper: device made_ecr has no rx and no rzz that works: --fractional changes"
                + " nothing\n");
    RecordingConsole plan = RecordingConsole.plain();
    plan.run("plan", "--target", device, "--fractional");
    assertThat(plan.err()).contains("--fractional changes nothing");
    RecordingConsole noise = RecordingConsole.plain();
    Path one = folder.resolve("one.qasm");
    Files.writeString(one, "OPENQASM 3.0; qubit q; bit c; c = measure q;");
    noise.run("run", one.toString(), "--fractional", "--noise", "device:" + device);
    assertThat(noise.err()).contains("--fractional changes nothing");
  }

  @Test
  void showsWhatItDid() {
    recording.run("compile", "--target", device, "--qubits", "6", "--layers", "4", "--show");

    assertThat(recording.out())
        .contains(
            "device      made_ecr\n", "found as    best line\n", "two-qubit   10 gates before")
        .contains("depth ", "duration ", "success ", "ecr ");
  }

  @Test
  void writesTheDeviceToOneFileThatCompilesTheSame() throws Exception {
    Path one = folder.resolve("one.json");
    String[] rest = {"--qubits", "5", "--json"};
    recording.run(
        "compile", "--target", device, "--write-target", one.toString(), rest[0], rest[1], rest[2]);
    RecordingConsole again = RecordingConsole.plain();
    again.run("compile", "--target", one.toString(), rest[0], rest[1], rest[2]);

    assertThat(again.out()).isEqualTo(recording.out()).isNotEmpty();
  }

  @Test
  void compilesFilesOnAPinnedLayout() throws Exception {
    Path bell = folder.resolve("bell.qasm");
    Files.writeString(
        bell,
        """
        OPENQASM 3.0;
        include "stdgates.inc";
        qubit[2] q;
        bit[2] c;
        h q[0];
        cx q[0], q[1];
        c = measure q;
        """);

    int code =
        recording.run("compile", bell.toString(), "--target", device, "--layout", "7,6", "--json");

    JsonNode json = new ObjectMapper().readTree(recording.out());
    assertThat(code).isZero();
    assertThat(json.get("layout")).hasToString("[7,6]");
    assertThat(json.get("layout_source").asText()).isEqualTo("pinned");
    assertThat(json.get("gates").get("ecr").asInt()).isEqualTo(1);
    assertThat(json.get("text").asText()).contains("c[0] = measure $7;", "c[1] = measure $6;");
  }

  @Test
  void exportWritesTheTextOfTheDevice() {
    recording.run("compile", "--target", device, "--qubits", "4");
    RecordingConsole export = RecordingConsole.plain();
    export.run("export", "--target", device, "--qubits", "4");

    assertThat(export.out()).isEqualTo(recording.out()).contains("ecr $");
  }

  @Test
  void needsADevice() {
    assertThat(recording.run("compile", "--qubits", "4")).isEqualTo(2);
    assertThat(recording.err()).contains("--target DIR_OR_FILE").hasLineCount(1);
  }

  @Test
  void saysInOneLineWhatIsWrong() {
    assertThat(recording.run("compile", "--target", folder.resolve("no").toString())).isEqualTo(1);
    assertThat(recording.run("compile", "--target", device, "--qubits", "99")).isEqualTo(1);
    assertThat(recording.run("export", "--fractional", "--qubits", "4")).isEqualTo(1);

    assertThat(recording.err())
        .contains("no such file", "99 qubits, device made_ecr has", "--fractional needs --target")
        .hasLineCount(3);
  }
}
