package io.qhyper.qasm;

import static org.assertj.core.api.Assertions.assertThat;

import io.qhyper.circuit.Angle;
import io.qhyper.circuit.Barrier;
import io.qhyper.circuit.Circuit;
import io.qhyper.circuit.ClassicalRegister;
import io.qhyper.circuit.Delay;
import io.qhyper.circuit.Delay.TimeUnit;
import io.qhyper.circuit.Gate;
import io.qhyper.circuit.GateCall;
import io.qhyper.circuit.GateDefinition;
import io.qhyper.circuit.GateName;
import io.qhyper.circuit.Instruction;
import io.qhyper.circuit.Measure;
import io.qhyper.circuit.Parameter;
import io.qhyper.circuit.QubitLabels;
import io.qhyper.circuit.Reset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What OpenQASM 3 text becomes; conditions, loops and gate definitions have their own tests. */
class QasmReaderTest {
  private static final String HEAD = "OPENQASM 3.0;\ninclude \"stdgates.inc\";\n";

  private static List<Instruction> steps(String statements) {
    return QasmReader.read(HEAD + statements).instructions();
  }

  private static GateCall x(int qubit) {
    return GateCall.of(GateName.X, List.of(), qubit);
  }

  private static GateCall rx(double angle) {
    return GateCall.of(GateName.RX, List.of(Angle.of(angle)), 0);
  }

  @Test
  void readsAWholeProgram() {
    String text =
        """
        // a comment
        OPENQASM 3.0;
        include "stdgates.inc";
        input float[64] theta;
        qubit[2] q; /* another
        comment */
        bit[2] c;
        ry(theta) q[0];
        cx q[0], q[1];
        c = measure q;
        """;

    assertThat(QasmReader.read(text))
        .isEqualTo(
            Circuit.builder(2)
                .register("c", 2)
                .gate(GateName.RY, Angle.of(new Parameter("theta")), 0)
                .gate(GateName.CX, 0, 1)
                .add(new Measure(0, 0))
                .add(new Measure(1, 1))
                .build());
  }

  @Test
  void takesTextWithoutHeaderForVersion3() {
    assertThat(QasmReader.read("qubit q; U(1, 2, 3) q;").instructions())
        .containsExactly(
            GateCall.of(GateName.U, List.of(Angle.of(1), Angle.of(2), Angle.of(3)), 0));
  }

  @Test
  void readsAnEmptyText() {
    assertThat(QasmReader.read(""))
        .isEqualTo(new Circuit(QubitLabels.VIRTUAL, 0, List.of(), List.of(), List.of()));
  }

  @Test
  void numbersRegistersThroughInOrderOfDeclaration() {
    Circuit circuit =
        QasmReader.read(
            HEAD
                + "qubit[2] a; bit[3] c; qreg b[3]; creg d[2]; qubit e; bit f; x e; x b[1]; f = measure e; d[1] = measure a[0];");

    assertThat(circuit.qubits()).isEqualTo(6);
    assertThat(circuit.registers())
        .containsExactly(
            new ClassicalRegister("c", 0, 3),
            new ClassicalRegister("d", 3, 2),
            new ClassicalRegister("f", 5, 1));
    assertThat(circuit.instructions())
        .containsExactly(x(5), x(3), new Measure(5, 5), new Measure(0, 4));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "q[0:2]|0 1 2",
        "q[1:2:5]|1 3 5",
        "q[{0, 2}]|0 2",
        "q[-1]|5",
        "q[-2:-1]|4 5",
        "q[:1]|0 1",
        "q[4:]|4 5",
        "q[:]|0 1 2 3 4 5",
        "q[5:-2:0]|5 3 1",
        "q[0:2:5][1]|2",
        "q[1:3][{-1, 0}]|3 1",
        "q|0 1 2 3 4 5",
        "q[n + 1]|4",
        "q[7 / 2]|3"
      })
  void picksPartsOfRegisters(String operand, String expected) {
    List<Instruction> steps = steps("const int n = 3; qubit[6] q; x " + operand + ";");

    assertThat(steps)
        .isEqualTo(
            java.util.Arrays.stream(expected.split(" ")).map(q -> x(Integer.parseInt(q))).toList());
  }

  @Test
  void followsAliases() {
    assertThat(
            steps(
                "qubit[4] q; qubit r; let a = q[1:3]; let b = a[{2, 0}] ++ r; let d = q[2]; x a[0]; x b; x d;"))
        .containsExactly(x(1), x(3), x(1), x(4), x(2));
  }

  @Test
  void broadcastsOverRegistersAndSingleQubits() {
    assertThat(steps("qubit[2] a; qubit[2] b; qubit s; cx a, b; cx s, a; reset b;"))
        .containsExactly(
            GateCall.of(GateName.CX, List.of(), 0, 2),
            GateCall.of(GateName.CX, List.of(), 1, 3),
            GateCall.of(GateName.CX, List.of(), 4, 0),
            GateCall.of(GateName.CX, List.of(), 4, 1),
            new Reset(2),
            new Reset(3));
  }

  @Test
  void readsPhysicalQubits() {
    Circuit circuit =
        QasmReader.read(HEAD + "bit c; cz $7, $12; c = measure $7; barrier $0, $1; delay[3dt] $2;");

    assertThat(circuit.labels()).isEqualTo(QubitLabels.PHYSICAL);
    assertThat(circuit.qubits()).isEqualTo(13);
    assertThat(circuit.instructions())
        .containsExactly(
            GateCall.of(GateName.CZ, List.of(), 7, 12),
            new Measure(7, 0),
            new Barrier(List.of(0, 1)),
            new Delay(3, TimeUnit.DT, 2));
  }

  @Test
  void readsBothFormsOfMeasure() {
    assertThat(
            steps(
                "qubit[2] q; bit[2] c; measure q -> c; c[1] = measure q[0]; measure q[1] -> c[-2]; bit[2] d = measure q; c[0:1] = measure q;"))
        .containsExactly(
            new Measure(0, 0),
            new Measure(1, 1),
            new Measure(0, 1),
            new Measure(1, 0),
            new Measure(0, 2),
            new Measure(1, 3),
            new Measure(0, 0),
            new Measure(1, 1));
  }

  @Test
  void readsBarriersOfAllQubitsAndOfSome() {
    assertThat(steps("qubit[2] q; qubit[2] r; barrier; barrier r[1], q, q[0];"))
        .containsExactly(new Barrier(List.of(0, 1, 2, 3)), new Barrier(List.of(3, 0, 1)));
  }

  @ParameterizedTest
  @CsvSource({
    "100ns, 100, NANOSECONDS",
    "1.5 us, 1.5, MICROSECONDS",
    "2µs, 2, MICROSECONDS",
    "2μs, 2, MICROSECONDS",
    ".5ms, 0.5, MILLISECONDS",
    "1e-3s, 1e-3, SECONDS",
    "2 * 3dt, 6, DT",
    "10ns / 4, 2.5, NANOSECONDS"
  })
  void readsDelays(String text, double duration, TimeUnit unit) {
    assertThat(steps("qubit q; delay[" + text + "] q;"))
        .containsExactly(new Delay(duration, unit, 0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1|1",
        "1.5|1.5",
        ".5e1|5",
        "1_000.25|1000.25",
        "0x1F|31",
        "0b101|5",
        "0o17|15",
        "pi|3.141592653589793",
        "π/2|1.5707963267948966",
        "tau|6.283185307179586",
        "τ - 2*π|0",
        "euler|2.718281828459045",
        "ℇ|2.718281828459045",
        "-2**2|-4",
        "2**3**2|512",
        "2**-1|0.5",
        "2**-1**2|0.5",
        "(-2)**2|4",
        "1/2|0.5",
        "7 % 4|3",
        "2 + 3 * 4 - 1|13",
        "10 - 4 - 3|3",
        "--3|3",
        "sin(0)|0",
        "cos(0)|1",
        "tan(0)|0",
        "arcsin(1)|1.5707963267948966",
        "arccos(1)|0",
        "arctan(0)|0",
        "sqrt(16)|4",
        "exp(0)|1",
        "log(1)|0",
        "ln(1)|0",
        "floor(2.7)|2",
        "ceiling(2.1)|3",
        "mod(7, 4)|3",
        "pow(2, 5)|32",
        "float(3)|3",
        "int(-2.7)|-2",
        "angle[32](0.5)|0.5",
        "n * x|3"
      })
  void worksOutExpressions(String expression, double value) {
    assertThat(
            steps("const uint[8] n = 2; const float x = 1.5; qubit q; rx(" + expression + ") q;"))
        .containsExactly(rx(value));
  }

  @Test
  void keepsAnglesAffineInInputs() {
    Circuit circuit =
        QasmReader.read(
            HEAD
                + "input float a; input angle[32] b; input float unused; qubit q; rx(2 * (a - b) / 4 + pi * b - -1) q; rx(float(a)) q;");

    assertThat(circuit.parameters())
        .containsExactly(new Parameter("a"), new Parameter("b"), new Parameter("unused"));
    Angle first =
        Angle.of(new Parameter("a"))
            .times(0.5)
            .plus(Angle.of(new Parameter("b")).times(Math.PI - 0.5))
            .plus(Angle.of(1));
    assertThat(circuit.instructions())
        .containsExactly(
            GateCall.of(GateName.RX, List.of(first), 0),
            GateCall.of(GateName.RX, List.of(Angle.of(new Parameter("a"))), 0));
  }

  @Test
  void unrollsLoops() {
    assertThat(
            steps(
                "qubit[6] q; for int i in [0:2] x q[i]; for uint[8] i in {5, 0} { x q[i]; x q[5 - i]; } for int i in [4:-2:0] { const int j = i + 1; x q[j]; } for int i in [3:2] x q[i];"))
        .containsExactly(x(0), x(1), x(2), x(5), x(0), x(0), x(5), x(5), x(3), x(1));
  }

  @Test
  void unrollsNestedLoops() {
    assertThat(steps("qubit[4] q; for int i in [0:1] for int j in [0:i] x q[i + 2 * j];"))
        .containsExactly(x(0), x(1), x(3));
  }

  @Test
  void includesBothLibraries() {
    assertThat(
            QasmReader.read(
                    "include 'stdgates.inc'; include \"qelib1.inc\"; qubit q; u(1, 2, 3) q; phase(1) q; u1(1) q; u0(1) q;")
                .instructions())
        .containsExactly(
            GateCall.of(GateName.U3, List.of(Angle.of(1), Angle.of(2), Angle.of(3)), 0),
            GateCall.of(GateName.P, List.of(Angle.of(1)), 0),
            GateCall.of(GateName.P, List.of(Angle.of(1)), 0),
            GateCall.of(GateName.ID, List.of(), 0));
  }

  @Test
  void keepsAffineDefinitionsAsDefinitions() {
    Parameter a = new Parameter("a");
    Gate gate =
        new GateDefinition(
            "g",
            List.of(a),
            2,
            List.of(
                GateCall.of(GateName.RX, List.of(Angle.of(a).times(2)), 1),
                GateCall.of(GateName.X, List.of(), 0),
                GateCall.of(GateName.X, List.of(), 0)));

    assertThat(
            steps(
                "gate g(a) u, v { rx(2 * a) v; barrier u, v; for int i in [0:1] { x u; } } qubit[3] q; input float t; g(t) q[2], q[0];"))
        .containsExactly(GateCall.of(gate, List.of(Angle.of(new Parameter("t"))), 2, 0));
  }

  @Test
  void expandsDefinitionsThatAreNotAffine() {
    assertThat(
            steps(
                "gate f(a) u { rx(a * a) u; } gate g(a, n) u { f(a + 1) u; for int i in [1:n] x u; } qubit[2] q; g(2, 1) q[0];"))
        .containsExactly(rx(9), x(0));
  }

  @Test
  void letsTextDefineStandardGatesThatItDidNotInclude() {
    assertThat(QasmReader.read("gate h a { U(pi, 0, pi) a; } qubit q; h q;").instructions())
        .singleElement()
        .isInstanceOfSatisfying(
            GateCall.class, call -> assertThat(call.gate()).isInstanceOf(GateDefinition.class));
  }

  @Test
  void keepsADefinitionThatIsNotTheStandardOne() {
    assertThat(steps("gate rzz(t) a, b { cx a, b; rz(2 * t) b; cx a, b; } rzz(1) $0, $1;"))
        .singleElement()
        .isInstanceOfSatisfying(
            GateCall.class, call -> assertThat(call.gate()).isInstanceOf(GateDefinition.class));
  }
}
