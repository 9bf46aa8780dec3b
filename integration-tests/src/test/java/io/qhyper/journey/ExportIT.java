package io.qhyper.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.qhyper.support.ProductProcess;
import io.qhyper.support.ProductProcess.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportIT {
  @TempDir private Path folder;

  @Test
  void printsProgramOnStdout() throws Exception {
    Outcome outcome =
        ProductProcess.in(folder).run("export", "--ansatz", "product", "--qubits", "2");

    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out())
        .isEqualTo(
            """
            OPENQASM 3.0;
            include "stdgates.inc";
            input float[64] theta_0;
            input float[64] theta_1;
            qubit[2] q;
            bit[2] c;
            ry(theta_0) q[0];
            ry(theta_1) q[1];
            c[0] = measure q[0];
            c[1] = measure q[1];
            """);
  }

  @Test
  void readsParametersAndWritesFileInTheFolderOfTheCaller() throws Exception {
    Files.writeString(folder.resolve("θ 1.txt"), "0.25, -1e-3\n");

    Outcome outcome =
        ProductProcess.in(folder)
            .with("LC_ALL", "C")
            .run(
                "export",
                "--ansatz",
                "product",
                "--qubits",
                "2",
                "--format",
                "qasm2",
                "--params",
                "θ 1.txt",
                "-o",
                "ä b.qasm");

    assertThat(outcome).isEqualTo(new Outcome(0, "", ""));
    assertThat(Files.readString(folder.resolve("ä b.qasm")))
        .startsWith("OPENQASM 2.0;\n")
        .contains("ry(0.25) q[0];")
        .contains("q[1];");
    assertThat(folder.toFile().list()).containsExactlyInAnyOrder("θ 1.txt", "ä b.qasm");
  }

  @Test
  void missingFolderOfTheOutputIsOneLineAndExitCodeOne() throws Exception {
    Outcome outcome = ProductProcess.in(folder).run("export", "--qubits", "2", "-o", "no/x.qasm");

    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.err())
        .isEqualTo("qhyper: no/x.qasm: its folder does not exist; make it first\n");
  }
}
