package io.qhyper.qasm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.qhyper.ansatz.Brickwork;
import io.qhyper.circuit.Angle;
import io.qhyper.circuit.Barrier;
import io.qhyper.circuit.Binding;
import io.qhyper.circuit.Circuit;
import io.qhyper.circuit.CircuitBuilder;
import io.qhyper.circuit.ClassicalRegister;
import io.qhyper.circuit.Condition;
import io.qhyper.circuit.Conditional;
import io.qhyper.circuit.Delay;
import io.qhyper.circuit.GateCall;
import io.qhyper.circuit.GateDefinition;
import io.qhyper.circuit.GateName;
import io.qhyper.circuit.Measure;
import io.qhyper.circuit.Parameter;
import io.qhyper.circuit.QubitLabels;
import io.qhyper.circuit.Reset;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class Qasm3WriterTest {
  private static final Parameter A = new Parameter("a");

  @Test
  void writesTheBrickworkWithInputs() {
    assertThat(Qasm3Writer.write(new Brickwork(2, 2).circuit()))
        .isEqualTo(
            """
            OPENQASM 3.0;
            include "stdgates.inc";
            input float[64] theta_0;
            input float[64] theta_1;
            input float[64] theta_2;
            input float[64] theta_3;
            input float[64] theta_4;
            input float[64] theta_5;
            input float[64] theta_6;
            input float[64] theta_7;
            qubit[2] q;
            bit[2] c;
            ry(theta_0) q[0];
            ry(theta_1) q[1];
            rz(theta_4) q[0];
            rz(theta_5) q[1];
            cx q[0], q[1];
            ry(theta_2) q[0];
            ry(theta_3) q[1];
            rz(theta_6) q[0];
            rz(theta_7) q[1];
            c[0] = measure q[0];
            c[1] = measure q[1];
            """);
  }

  @Test
  void writesTheBrickworkWithNumbers() {
    Brickwork ansatz = new Brickwork(2, 1);
    double[] theta = {Math.PI / 2, -0.1, 3, 0};
    assertThat(Qasm3Writer.write(ansatz.circuit().bind(Binding.of(ansatz.parameters(), theta))))
        .isEqualTo(
            """
            OPENQASM 3.0;
            include "stdgates.inc";
            qubit[2] q;
            bit[2] c;
            ry(1.5707963267948966) q[0];
            ry(-0.10000000000000001) q[1];
            rz(3.0) q[0];
            rz(0.0) q[1];
            c[0] = measure q[0];
            c[1] = measure q[1];
            """);
  }

  @ParameterizedTest
  @EnumSource
  void writesEveryGateAndDefinesItOnceIfTheLibraryLacksIt(GateName gate) {
    List<Angle> angles =
        IntStream.range(0, gate.angleCount()).mapToObj(i -> Angle.of(i + .5)).toList();
    List<Integer> qubits = IntStream.range(0, gate.qubitCount()).boxed().toList();
    GateCall call = new GateCall(gate, 0, angles, qubits);
    String text = Qasm3Writer.write(Circuit.builder(5).add(call).add(call).build());
    assertThat(text.lines().filter(line -> line.startsWith("gate " + gate.text())))
        .hasSize(LibraryGates.definition(gate).isPresent() ? 1 : 0);
    assertThat(text.lines().filter(line -> line.matches("\\Q" + gate.text() + "\\E[ (].*;")))
        .hasSize(2);
    assertThat(QasmReader.read(text).instructions()).containsExactly(call, call);
  }

  @Test
  void writesDefinitionsBeforeTheirCallersAndOnce() {
    Angle half = Angle.of(A).times(.5);
    GateDefinition inner =
        new GateDefinition(
            "inner", List.of(A), 1, List.of(GateCall.of(GateName.RX, List.of(half), 0)));
    GateDefinition outer =
        new GateDefinition(
            "outer",
            List.of(A),
            2,
            List.of(
                GateCall.of(inner, List.of(Angle.of(A).plus(Angle.of(1))), 1),
                new GateCall(inner, 1, List.of(Angle.of(2)), List.of(0, 1)),
                GateCall.of(GateName.RZZ, List.of(Angle.of(A).negated()), 1, 0)));
    GateDefinition nothing = new GateDefinition("nothing", List.of(), 1, List.of());
    Circuit circuit =
        Circuit.builder(3)
            .gate(outer, Angle.of(1), 2, 0)
            .gate(inner, Angle.of(3), 1)
            .gate(nothing, 1)
            .add(new GateCall(nothing, 2, List.of(), List.of(0, 1, 2)))
            .build();
    assertThat(Qasm3Writer.write(circuit))
        .isEqualTo(
            """
            OPENQASM 3.0;
            include "stdgates.inc";
            gate inner(a) q0_ { rx(0.5*a) q0_; }
            gate rzz(theta) a, b { cx a, b; rz(theta) b; cx a, b; }
            gate outer(a) q0_, q1_ { inner(a + 1.0) q1_; ctrl @ inner(2.0) q0_, q1_; rzz(-a) q1_, q0_; }
            gate nothing q0_ { }
            qubit[3] q;
            outer(1.0) q[2], q[0];
            inner(3.0) q[1];
            nothing q[1];
            ctrl(2) @ nothing q[0], q[1], q[2];
            """);
  }

  @Test
  void writesEveryOtherStep() {
    ClassicalRegister m = new ClassicalRegister("m", 0, 2);
    Condition first = new Condition.Bit(0);
    Condition whole = new Condition.RegisterEquals(m, BigInteger.TWO);
    GateCall flip = GateCall.of(GateName.X, List.of(), 0);
    Circuit circuit =
        Circuit.builder(2)
            .register("m", 2)
            .add(new Measure(0, 0))
            .add(new Measure(1, 1))
            .add(new Reset(0))
            .add(new Barrier(List.of(0, 1)))
            .add(new Delay(100, Delay.TimeUnit.NANOSECONDS, 0))
            .add(new Delay(1.5, Delay.TimeUnit.MICROSECONDS, 1))
            .add(new Delay(16, Delay.TimeUnit.DT, 1))
            .add(new Conditional(first, List.of(flip), List.of()))
            .add(
                new Conditional(
                    new Condition.Or(new Condition.And(first, whole), new Condition.Not(whole)),
                    List.of(new Conditional(first, List.of(flip), List.of())),
                    List.of(flip, new Reset(1))))
            .gate(GateName.GPHASE, Angle.of(.5))
            .build();
    assertThat(Qasm3Writer.write(circuit))
        .isEqualTo(
            """
            OPENQASM 3.0;
            include "stdgates.inc";
            qubit[2] q;
            bit[2] m;
            m[0] = measure q[0];
            m[1] = measure q[1];
            reset q[0];
            barrier q[0], q[1];
            delay[100ns] q[0];
            delay[1.5us] q[1];
            delay[16dt] q[1];
            if (m[0] == 1) {
              x q[0];
            }
            if (((m[0] == 1) && (m == 2)) || (!(m == 2))) {
              if (m[0] == 1) {
                x q[0];
              }
            } else {
              x q[0];
              reset q[1];
            }
            gphase(0.5);
            """);
  }

  @Test
  void writesPhysicalQubitsWithoutADeclaration() {
    Circuit virtual = Circuit.builder(6).gate(GateName.CX, 5, 2).build();
    Circuit circuit =
        new Circuit(QubitLabels.PHYSICAL, 6, List.of(), List.of(), virtual.instructions());
    assertThat(Qasm3Writer.write(circuit))
        .isEqualTo("OPENQASM 3.0;\ninclude \"stdgates.inc\";\ncx $5, $2;\n");
  }

  @Test
  void namesTheQubitsSoThatNothingElseHasTheirName() {
    Parameter underscore = new Parameter("q_");
    CircuitBuilder circuit = Circuit.builder(1).gate(GateName.RX, Angle.of(underscore), 0);
    assertThat(Qasm3Writer.write(circuit.measureAll("q").build()))
        .contains("qubit[1] q__;", "rx(q_) q__[0];", "q[0] = measure q__[0];");
  }

  @Test
  void namesFormalQubitsSoThatNoParameterHasTheirName() {
    Parameter awkward = new Parameter("q0_");
    GateDefinition gate =
        new GateDefinition(
            "g",
            List.of(awkward),
            1,
            List.of(GateCall.of(GateName.RX, List.of(Angle.of(awkward)), 0)));
    String text = Qasm3Writer.write(Circuit.builder(1).gate(gate, Angle.of(1), 0).build());
    assertThat(text).contains("gate g(q0_) q0__ { rx(q0_) q0__; }");
  }

  @ParameterizedTest
  @ValueSource(strings = {"gate", "pi", "π", "input", "lambda", "None", "sin", "gphase", "dim"})
  void refusesReservedWords(String word) {
    CircuitBuilder register = Circuit.builder(1).measureAll(word);
    CircuitBuilder input = Circuit.builder(1).gate(GateName.RX, Angle.of(new Parameter(word)), 0);
    GateDefinition definition = new GateDefinition(word, List.of(), 1, List.of());
    CircuitBuilder gate = Circuit.builder(1).gate(definition, 0);
    for (CircuitBuilder circuit : List.of(register, input, gate)) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Qasm3Writer.write(circuit.build()))
          .withMessageContaining("'" + word + "'")
          .withMessageContaining("choose another name");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "cx", "p", "phase", "id", "u3", "cu"})
  void refusesNamesOfLibraryGates(String name) {
    GateDefinition definition = new GateDefinition(name, List.of(), 1, List.of());
    for (CircuitBuilder circuit :
        List.of(Circuit.builder(1).measureAll(name), Circuit.builder(1).gate(definition, 0))) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Qasm3Writer.write(circuit.build()))
          .withMessageContaining("'" + name + "' has the name of a library gate");
    }
  }

  @Test
  void letsFormalParametersHaveWordsOfPython() {
    Parameter lambda = new Parameter("lambda");
    GateDefinition gate =
        new GateDefinition(
            "g",
            List.of(lambda),
            1,
            List.of(GateCall.of(GateName.RX, List.of(Angle.of(lambda)), 0)));
    Circuit circuit = Circuit.builder(1).gate(gate, Angle.of(1), 0).build();
    assertThat(QasmReader.read(Qasm3Writer.write(circuit))).isEqualTo(circuit);
  }

  @Test
  void refusesOneNameForTwoThings() {
    GateDefinition one = new GateDefinition("g", List.of(), 1, List.of());
    GateDefinition other =
        new GateDefinition("g", List.of(), 1, List.of(GateCall.of(GateName.X, List.of(), 0)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Qasm3Writer.write(Circuit.builder(1).gate(one, 0).gate(other, 0).build()))
        .withMessageContaining("two different gates are called 'g'");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> Qasm3Writer.write(Circuit.builder(1).gate(one, 0).measureAll("g").build()))
        .withMessageContaining("register 'g' has the name of a gate");
    Circuit clash = Circuit.builder(2).gate(GateName.ECR, 0, 1).measureAll("ecr").build();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Qasm3Writer.write(clash))
        .withMessageContaining("'ecr'");
    GateDefinition rzz = new GateDefinition("rzz", List.of(A), 2, List.of());
    Circuit two =
        Circuit.builder(2)
            .gate(rzz, Angle.of(1), 0, 1)
            .gate(GateName.RZZ, Angle.of(1), 0, 1)
            .build();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Qasm3Writer.write(two))
        .withMessageContaining("two different gates are called 'rzz'");
  }

  @Test
  void refusesFormalParametersThatHideAGateOfTheBody() {
    Parameter rx = new Parameter("rx");
    GateDefinition gate =
        new GateDefinition(
            "g", List.of(rx), 1, List.of(GateCall.of(GateName.RX, List.of(Angle.of(rx)), 0)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Qasm3Writer.write(Circuit.builder(1).gate(gate, Angle.of(1), 0).build()))
        .withMessageContaining("'rx' has the name of a gate that the body calls");
  }
}
