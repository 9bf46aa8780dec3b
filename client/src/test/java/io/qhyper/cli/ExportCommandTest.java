package io.qhyper.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.qhyper.ansatz.Brickwork;
import io.qhyper.ansatz.EfficientSu2;
import io.qhyper.ansatz.Entanglement;
import io.qhyper.circuit.Binding;
import io.qhyper.compile.DeadGates;
import io.qhyper.qasm.Qasm2Writer;
import io.qhyper.qasm.Qasm3Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExportCommandTest {
  @TempDir private Path folder;
  private final RecordingConsole recording = RecordingConsole.plain();

  @Test
  void removesDeadGatesUnlessToldOtherwise() {
    Brickwork ansatz = new Brickwork(5, 2);

    recording.run("export", "--qubits", "5");
    recording.run("export", "--qubits", "5", "--keep-dead");

    assertThat(recording.out())
        .isEqualTo(
            Qasm3Writer.write(DeadGates.remove(ansatz.circuit()).circuit())
                + Qasm3Writer.write(ansatz.circuit()));
  }

  @Test
  void bindsTheFullVectorWhateverIsDead() throws Exception {
    Brickwork ansatz = new Brickwork(3, 2);
    double[] values = IntStream.range(0, 12).mapToDouble(i -> 0.1 * i).toArray();
    Path file = folder.resolve("theta.txt");
    Files.writeString(
        file,
        IntStream.range(0, 12)
            .mapToObj(i -> Double.toString(values[i]))
            .collect(Collectors.joining(" ")));

    int code =
        recording.run("export", "--qubits", "3", "--format", "qasm2", "--params", file.toString());

    DeadGates.Removal removal = DeadGates.remove(ansatz.circuit());
    assertThat(code).isZero();
    assertThat(recording.out())
        .isEqualTo(
            Qasm2Writer.write(
                removal
                    .circuit()
                    .bind(Binding.of(removal.circuit().parameters(), removal.liveValues(values)))));
  }

  @Test
  void jsonHoldsTheTextAndWhatWasRemoved() throws Exception {
    recording.run("export", "--qubits", "3", "--layers", "1", "--json");

    JsonNode json = new ObjectMapper().readTree(recording.out());
    assertThat(json.get("ansatz").asText()).isEqualTo("brickwork");
    assertThat(json.get("parameters")).hasSize(3);
    assertThat(json.get("dead_parameters")).hasSize(3);
    assertThat(json.get("text").asText()).startsWith("OPENQASM 3.0;\n");
  }

  @Test
  void takesTheEntanglement() {
    recording.run(
        "export",
        "--ansatz=efficient-su2",
        "--qubits=4",
        "--layers=1",
        "--entanglement=full",
        "--keep-dead");

    assertThat(recording.out())
        .isEqualTo(Qasm3Writer.write(new EfficientSu2(4, 1, Entanglement.FULL).circuit()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "--qubits 0 | at least 1 qubit, got 0",
        "--qubits 2 --layers 0 | layers must be at least 1, got 0",
        "--qubits x | 'x' is not an int",
        "--qubits 2 --entanglement full | does not apply to --ansatz brickwork",
        "--qubits 2 --ansatz nonsense | 'nonsense'",
        "--qubits 2 --seed 1.5 | '1.5' is not a long",
      })
  void badOptionIsAUsageError(String options, String message) {
    int code = recording.run(("export " + options).split(" "));

    assertThat(code).isEqualTo(2);
    assertThat(recording.err()).contains(message).hasLineCount(1);
    assertThat(recording.out()).isEmpty();
  }

  @Test
  void refusesOpenParametersInVersion2() {
    int code = recording.run("export", "--qubits", "2", "--format", "qasm2");

    assertThat(code).isEqualTo(1);
    assertThat(recording.err()).contains("--params FILE", "qasm3").hasLineCount(1);
  }

  @Test
  void refusesTheWrongNumberOfParameters() throws Exception {
    Path file = Files.writeString(folder.resolve("theta.txt"), "1 2 3");

    int code = recording.run("export", "--qubits", "2", "--params", file.toString());

    assertThat(code).isEqualTo(1);
    assertThat(recording.err())
        .isEqualTo("qhyper: " + file + ": has 3 parameters, but the circuit takes 8\n");
  }
}
