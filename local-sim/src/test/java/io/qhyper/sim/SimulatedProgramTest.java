package io.qhyper.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.qhyper.circuit.ClassicalRegister;
import io.qhyper.circuit.Parameter;
import io.qhyper.qasm.QasmSyntaxException;
import io.qhyper.random.Purpose;
import io.qhyper.random.StreamKey;
import io.qhyper.shots.BitString;
import org.junit.jupiter.api.Test;

class SimulatedProgramTest {
  private static final double ROUNDING = 1e-12;

  @Test
  void runsDeviceTextOnThePhysicalQubitsThatItNames() {
    SimulatedProgram program =
        SimulatedProgram.parse(
            """
            OPENQASM 3.0;
            include "stdgates.inc";
            input float[64] theta;
            bit[2] c;
            rz(pi/2) $53; sx $53; rz(theta) $53; sx $53;
            cz $53, $54;
            barrier $53, $54;
            c[0] = measure $54;
            c[1] = measure $53;
            """);
    assertThat(program.qubits()).isEqualTo(2);
    assertThat(program.parameters()).containsExactly(new Parameter("theta"));
    assertThat(program.registers()).containsExactly(new ClassicalRegister("c", 0, 2));
    // sx·rz(θ)·sx takes |0⟩ to |1⟩ with probability cos²(θ/2).
    double[] probabilities = program.exact("c").probabilities(new double[] {0.8});
    assertThat(probabilities[0b10]).isCloseTo(Math.pow(Math.cos(0.4), 2), within(ROUNDING));
    assertThat(probabilities[0b00]).isCloseTo(Math.pow(Math.sin(0.4), 2), within(ROUNDING));
  }

  @Test
  void runsVersionTwoTextWithAConditional() {
    SimulatedProgram program =
        SimulatedProgram.parse(
            """
            OPENQASM 2.0;
            include "qelib1.inc";
            qreg q[2];
            creg first[1];
            creg second[1];
            h q[0];
            measure q[0] -> first[0];
            if (first == 1) x q[1];
            measure q[1] -> second[0];
            """);
    StreamKey key = StreamKey.of(4, Purpose.SAMPLING);
    ShotResult result = program.run(new ShotRequest(new double[0], 1000, key, Memory.KEEP));
    for (int shot = 0; shot < 1000; shot++) {
      assertThat(result.memory().get("first").get(shot))
          .isEqualTo(result.memory().get("second").get(shot));
    }
    // Binomial(1000, 1/2) has deviation 15.8.
    assertThat(result.counts().get("first").count(BitString.parse("1"))).isBetween(421L, 579L);
  }

  @Test
  void namesThePlaceOfAnError() {
    assertThatThrownBy(() -> SimulatedProgram.parse("OPENQASM 3.0;\nqubit q;\nfrob q;\n"))
        .isInstanceOf(QasmSyntaxException.class)
        .hasMessageContaining("3:1");
  }

  @Test
  void refusesTextWithoutAClassicalRegister() {
    assertThatThrownBy(() -> SimulatedProgram.parse("OPENQASM 3.0;\nqubit q;\nU(0, 0, 0) q;\n"))
        .isInstanceOf(UnsupportedProgramException.class)
        .hasMessageContaining("declare one and measure into it");
  }
}
