package io.qhyper.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.qhyper.support.ProductProcess;
import io.qhyper.support.ProductProcess.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunProgramIT {
  private static final String V3 = "OPENQASM 3.0; include \"stdgates.inc\"; ";

  @TempDir private Path folder;

  private String counts(String program, String... more) throws Exception {
    Files.writeString(folder.resolve("p.qasm"), program);
    String[] arguments = new String[more.length + 4];
    System.arraycopy(more, 0, arguments, 4, more.length);
    System.arraycopy(new String[] {"run", "p.qasm", "--shots", "100"}, 0, arguments, 0, 4);
    Outcome outcome = ProductProcess.in(folder).run(arguments);
    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    return outcome.out();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        V3 + "qubit[3] q; bit[3] c; x q[0]; c = measure q;",
        V3 + "bit[3] c; x $0; c[0] = measure $0; c[1] = measure $1; c[2] = measure $2;",
        "OPENQASM 2.0; include \"qelib1.inc\"; qreg q[3]; creg c[3]; x q[0]; measure q -> c;"
      })
  void firstBitIsPrintedLast(String program) throws Exception {
    assertThat(counts(program)).isEqualTo("c[3], 100 shots\n001  100\n");
  }

  @Test
  void measuresInTheMiddleAndDecides() throws Exception {
    String program =
        "qubit[2] q; bit[2] c; x q[0]; c[0] = measure q[0]; if (c[0] == 1) { x q[1]; }"
            + " reset q[0]; c[1] = measure q[1];";

    assertThat(counts(V3 + program)).endsWith("\n11  100\n");
  }

  @Test
  void registersMayBeWiderThanALong() throws Exception {
    String out = counts(V3 + "qubit[100] q; bit[100] c; x q[0]; x q[70]; c = measure q;");

    assertThat(out).contains("0".repeat(29) + "1" + "0".repeat(69) + "1  100");
  }

  @Test
  void inputsTakeMultiplesOfPi() throws Exception {
    String program = V3 + "input float[64] a; qubit q; bit c; ry(a) q; c = measure q;";

    assertThat(counts(program, "--set", "a=pi")).endsWith("\n1  100\n");
  }
}
