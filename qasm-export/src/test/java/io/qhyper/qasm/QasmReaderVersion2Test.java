package io.qhyper.qasm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.qhyper.circuit.Angle;
import io.qhyper.circuit.Barrier;
import io.qhyper.circuit.Circuit;
import io.qhyper.circuit.ClassicalRegister;
import io.qhyper.circuit.Condition;
import io.qhyper.circuit.Conditional;
import io.qhyper.circuit.GateCall;
import io.qhyper.circuit.GateName;
import io.qhyper.circuit.Measure;
import io.qhyper.circuit.Reset;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QasmReaderVersion2Test {
  private static final String HEAD = "OPENQASM 2.0;\ninclude \"qelib1.inc\";\n";

  @Test
  void readsEveryStatement() {
    Circuit circuit =
        QasmReader.read(
            HEAD
                + """
                qreg q[2]; // qubits
                qreg r[2];
                creg c[2];
                creg d[3];
                opaque never(a) x, y;
                h q;
                cx q, r;
                u3(pi/2, 0, -pi^2) q[1];
                CX q[0], q[1];
                barrier q, r[1];
                reset r[0];
                measure q -> c;
                measure r[1] -> d[2];
                if (d == 5) x q;
                """);

    assertThat(circuit)
        .isEqualTo(
            Circuit.builder(4)
                .register("c", 2)
                .register("d", 3)
                .gate(GateName.H, 0)
                .gate(GateName.H, 1)
                .gate(GateName.CX, 0, 2)
                .gate(GateName.CX, 1, 3)
                .add(
                    GateCall.of(
                        GateName.U3,
                        List.of(Angle.of(Math.PI / 2), Angle.ZERO, Angle.of(-Math.pow(Math.PI, 2))),
                        1))
                .gate(GateName.CX, 0, 1)
                .add(new Barrier(List.of(0, 1, 3)))
                .add(new Reset(2))
                .add(new Measure(0, 0))
                .add(new Measure(1, 1))
                .add(new Measure(3, 4))
                .add(
                    new Conditional(
                        new Condition.RegisterEquals(
                            new ClassicalRegister("d", 2, 3), BigInteger.valueOf(5)),
                        List.of(
                            GateCall.of(GateName.X, List.of(), 0),
                            GateCall.of(GateName.X, List.of(), 1)),
                        List.of()))
                .build());
  }

  @Test
  void takesVersion3KeywordsForNames() {
    assertThat(QasmReader.read(HEAD + "qreg input[1]; creg bit[1]; measure input -> bit;").bits())
        .isEqualTo(1);
  }

  @Test
  void recognisesARedefinedLibraryGate() {
    assertThat(
            QasmReader.read(
                    HEAD
                        + "gate rzz(p0) a,b { cx a,b; rz(p0) b; cx a,b; } qreg q[2]; rzz(1) q[0],q[1];")
                .instructions())
        .containsExactly(GateCall.of(GateName.RZZ, List.of(Angle.of(1)), 0, 1));
  }

  /** The moduli and relative signs are those of Maslov, arXiv 1508.03273, up to its basis. */
  @ParameterizedTest
  @CsvSource({"rccx, 3", "rc3x, 4"})
  void readsToffoliGatesUpToPhases(String gate, int qubits) {
    StringBuilder call = new StringBuilder(gate + " q[0]");
    for (int q = 1; q < qubits; q++) {
      call.append(", q[").append(q).append("]");
    }
    double[][][] matrix =
        DenseOracle.matrix(QasmReader.read(HEAD + "qreg q[" + qubits + "];" + call + ";"));

    int controls = (1 << (qubits - 1)) - 1;
    for (int column = 0; column < matrix.length; column++) {
      boolean flips = (column & controls) == controls;
      int row = flips ? column ^ (controls + 1) : column;
      assertThat(Math.hypot(matrix[row][column][0], matrix[row][column][1]))
          .isCloseTo(1, within(1e-13));
    }
  }

  @Test
  void readsConditionsOfConditions() {
    assertThat(
            QasmReader.read(HEAD + "qreg q[1]; creg c[1]; if(c==1) if(c==0) measure q -> c;")
                .instructions())
        .hasSize(1);
  }
}
