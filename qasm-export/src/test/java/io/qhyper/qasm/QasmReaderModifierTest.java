package io.qhyper.qasm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.qhyper.circuit.Angle;
import io.qhyper.circuit.GateCall;
import io.qhyper.circuit.GateName;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Modifiers against dense matrices, global phase included. */
class QasmReaderModifierTest {
  private static final double ROUNDING = 1e-12;

  private static final String HEAD =
      """
      OPENQASM 3.0;
      include "stdgates.inc";
      gate own(a) x, y { h x; cx x, y; rz(2 * a) y; ctrl @ rx(a) y, x; gphase(a / 3); }
      gate curved(a) x, y { ry(sin(a)) x; cx x, y; p(a * a) y; }
      """;

  private static double[][][] matrix(int qubits, String statements) {
    return DenseOracle.matrix(QasmReader.read(HEAD + "qubit[" + qubits + "] q;" + statements));
  }

  private static void assertSame(double[][][] actual, double[][][] expected) {
    assertThat(DenseOracle.distance(actual, expected)).isCloseTo(0, within(ROUNDING));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "y",
        "h",
        "s",
        "tdg",
        "sx",
        "rx(0.3)",
        "ry(-2)",
        "rz(5)",
        "p(1.1)",
        "U(1, 2, 3)",
        "u2(0.2, 0.4)",
        "u3(1, 2, 3)"
      })
  void controlsInvertsAndRaisesOneQubitGates(String gate) {
    double[][][] plain = matrix(1, gate + " q[0];");

    assertSame(matrix(2, "ctrl @ " + gate + " q[0], q[1];"), DenseOracle.controlled(plain, 1));
    assertSame(matrix(2, "negctrl @ " + gate + " q[0], q[1];"), DenseOracle.controlled(plain, 0));
    assertSame(matrix(1, "inv @ " + gate + " q[0];"), DenseOracle.adjoint(plain));
    assertSame(matrix(1, "pow(2) @ " + gate + " q;"), DenseOracle.product(plain, plain));
    assertSame(matrix(1, "pow(-1) @ " + gate + " q;"), DenseOracle.adjoint(plain));
    double[][][] root = matrix(1, "pow(1/2) @ " + gate + " q[0];");
    assertSame(DenseOracle.product(root, root), plain);
    assertSame(
        matrix(2, "pow(0.5) @ ctrl @ " + gate + " q[0], q[1];"), DenseOracle.controlled(root, 1));
    double[][][] third = matrix(1, "pow(-1/3) @ " + gate + " q[0];");
    assertSame(
        DenseOracle.product(third, DenseOracle.product(third, third)), DenseOracle.adjoint(plain));
  }

  @ParameterizedTest
  @ValueSource(strings = {"swap", "cx", "crx(0.7)", "cu(1, 2, 3, 4)", "own(0.9)", "curved(0.9)"})
  void controlsInvertsAndRepeatsTwoQubitGates(String gate) {
    double[][][] plain = matrix(2, gate + " q[0], q[1];");
    double[][][] controlled = DenseOracle.controlled(plain, 1);

    assertSame(matrix(3, "ctrl @ " + gate + " q[0], q[1], q[2];"), controlled);
    assertSame(
        matrix(4, "negctrl @ inv @ ctrl @ " + gate + " q[0], q[1], q[2], q[3];"),
        DenseOracle.controlled(DenseOracle.adjoint(controlled), 0));
    assertSame(
        matrix(4, "ctrl @ negctrl @ " + gate + " q[0], q[1], q[2], q[3];"),
        DenseOracle.controlled(DenseOracle.controlled(plain, 0), 1));
    assertSame(
        matrix(2, "pow(-2) @ " + gate + " q[0], q[1];"),
        DenseOracle.adjoint(DenseOracle.product(plain, plain)));
  }

  @ParameterizedTest
  @CsvSource({"sx, x", "s, z", "t, s"})
  void takesThePrincipalRoot(String root, String gate) {
    assertSame(matrix(1, "pow(1/2) @ " + gate + " q[0];"), matrix(1, root + " q[0];"));
  }

  @Test
  void raisesRandomRotationsToRandomPowers() {
    Random random = new Random(3);
    for (int trial = 0; trial < 50; trial++) {
      double a = random.nextDouble(-3, 3);
      double b = random.nextDouble(-3, 3);
      double k = random.nextDouble(-0.99, 0.99);

      // Eigenvalues e^(±ia/2) stay on the principal branch for |a| < 2π.
      assertSame(
          matrix(1, "pow(%s) @ rx(%s) q[0];".formatted(k, a)),
          matrix(1, "rx(%s) q[0];".formatted(k * a)));
      assertSame(
          matrix(1, "pow(%s) @ gphase(%s); pow(%s) @ p(%s) q[0];".formatted(k, a, k, b)),
          matrix(1, "gphase(%s); p(%s) q[0];".formatted(k * a, k * b)));
    }
  }

  @Test
  void givesControlledGatesTheirNames() {
    List<?> calls =
        QasmReader.read(
                HEAD
                    + "qubit[6] q; ctrl(2) @ x q[0], q[1], q[2]; ctrl(5) @ x q[0], q[1], q[2], q[3], q[4], q[5]; ctrl @ gphase(0.5) q[3];")
            .instructions();

    assertThat(calls)
        .isEqualTo(
            List.of(
                GateCall.of(GateName.CCX, List.of(), 0, 1, 2),
                new GateCall(GateName.C4X, 1, List.of(), List.of(0, 1, 2, 3, 4, 5)),
                GateCall.of(GateName.P, List.of(Angle.of(0.5)), 3)));
  }

  @Test
  void raisesToThePowerZeroByDoingNothing() {
    assertThat(QasmReader.read(HEAD + "qubit q; pow(0) @ x q;").instructions()).isEmpty();
  }
}
