package io.qhyper.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.qhyper.support.ProductProcess;
import io.qhyper.support.ProductProcess.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompileIT {
  private static final String DEVICE =
      """
      {
        "qhyper_target": 1,
        "name": "pair",
        "version": "1",
        "sample_time": null,
        "instructions": ["measure"],
        "qubits": [{"readout_error": 0.01, "operational": true}, {"readout_error": 0.02}],
        "gates": [
          {"gate": "rz", "qubits": [0]}, {"gate": "rz", "qubits": [1]},
          {"gate": "sx", "qubits": [0], "error": 0.001}, {"gate": "sx", "qubits": [1]},
          {"gate": "x", "qubits": [0]}, {"gate": "x", "qubits": [1]},
          {"gate": "cz", "qubits": [0, 1], "error": 0.01}
        ]
      }
      """;

  @TempDir private Path folder;

  @Test
  void compilesAProgramAndRunsIt() throws Exception {
    Files.writeString(folder.resolve("pair.json"), DEVICE);
    Files.writeString(
        folder.resolve("bell.qasm"),
        """
        OPENQASM 3.0;
        include "stdgates.inc";
        qubit[2] q;
        bit[2] c;
        h q[0];
        cx q[0], q[1];
        c = measure q;
        """);

    Outcome compiled =
        ProductProcess.in(folder)
            .run("compile", "bell.qasm", "--target", "pair.json", "-o", "isa.qasm");
    Outcome run = ProductProcess.in(folder).run("run", "isa.qasm", "--shots", "1000", "--json");

    assertThat(compiled).isEqualTo(new Outcome(0, "", ""));
    assertThat(Files.readString(folder.resolve("isa.qasm"))).contains("cz $", "sx $");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("\"00\"", "\"11\"").doesNotContain("\"01\"", "\"10\"");
  }

  @Test
  void showsWhatItDid() throws Exception {
    Files.writeString(folder.resolve("pair.json"), DEVICE);

    Outcome outcome =
        ProductProcess.in(folder)
            .run("compile", "--target", "pair.json", "--qubits", "2", "--show");

    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.out()).startsWith("device      pair\nlayout      ").contains("\nsuccess ");
  }

  @Test
  void aMissingDeviceIsOneLineAndExitCodeOne() throws Exception {
    Outcome outcome = ProductProcess.in(folder).run("compile", "--target", "none");

    assertThat(outcome).isEqualTo(new Outcome(1, "", "qhyper: none: no such file or folder\n"));
  }
}
