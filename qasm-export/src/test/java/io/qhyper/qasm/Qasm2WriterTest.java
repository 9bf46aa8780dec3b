package io.qhyper.qasm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.qhyper.ansatz.Brickwork;
import io.qhyper.circuit.Angle;
import io.qhyper.circuit.Barrier;
import io.qhyper.circuit.Binding;
import io.qhyper.circuit.Circuit;
import io.qhyper.circuit.ClassicalRegister;
import io.qhyper.circuit.Condition;
import io.qhyper.circuit.Conditional;
import io.qhyper.circuit.Delay;
import io.qhyper.circuit.GateCall;
import io.qhyper.circuit.GateDefinition;
import io.qhyper.circuit.GateName;
import io.qhyper.circuit.Instruction;
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

class Qasm2WriterTest {
  private static final ClassicalRegister C = new ClassicalRegister("c", 0, 2);
  private static final GateCall FLIP = GateCall.of(GateName.X, List.of(), 0);

  @Test
  void writesTheBrickworkWithNumbers() {
    Brickwork ansatz = new Brickwork(3, 1);
    double[] theta = {Math.PI / 2, -0.1, 3, 0, 1e-3, 2};
    assertThat(Qasm2Writer.write(ansatz.circuit().bind(Binding.of(ansatz.parameters(), theta))))
        .isEqualTo(
            """
            OPENQASM 2.0;
            include "qelib1.inc";
            qreg q[3];
            creg c[3];
            cx q[1], q[2];
            ry(1.5707963267948966) q[0];
            ry(-0.10000000000000001) q[1];
            ry(3.0) q[2];
            rz(0.0) q[0];
            rz(0.001) q[1];
            rz(2.0) q[2];
            measure q[0] -> c[0];
            measure q[1] -> c[1];
            measure q[2] -> c[2];
            """);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "GPHASE")
  void writesEveryGate(GateName gate) {
    List<Angle> angles =
        IntStream.range(0, gate.angleCount()).mapToObj(i -> Angle.of(i + .5)).toList();
    List<Integer> qubits = IntStream.range(0, gate.qubitCount()).boxed().toList();
    GateCall call = new GateCall(gate, 0, angles, qubits);
    String text = Qasm2Writer.write(Circuit.builder(5).add(call).add(call).build());
    assertThat(text.lines().filter(line -> line.startsWith("gate")))
        .hasSize(gate == GateName.ECR ? 1 : 0);
    assertThat(QasmReader.read(text).instructions()).containsExactly(call, call);
  }

  @Test
  void leavesOutGlobalPhasesInDefinitionsToo() {
    GateCall phase = GateCall.of(GateName.GPHASE, List.of(Angle.of(1)));
    GateDefinition gate = new GateDefinition("turned", List.of(), 1, List.of(phase, FLIP));
    assertThat(Qasm2Writer.write(Circuit.builder(1).add(phase).gate(gate, 0).build()))
        .isEqualTo(
            """
            OPENQASM 2.0;
            include "qelib1.inc";
            gate turned q0_ { x q0_; }
            qreg q[1];
            turned q[0];
            """);
  }

  @Test
  void writesConditionsResetsAndBarriers() {
    Condition two = new Condition.RegisterEquals(C, BigInteger.TWO);
    Circuit circuit =
        Circuit.builder(2)
            .register("c", 2)
            .add(new Conditional(two, List.of(FLIP), List.of()))
            .add(new Conditional(two, List.of(new Reset(1)), List.of()))
            .add(new Barrier(List.of(1, 0)))
            .gate(GateName.P, Angle.of(.5), 1)
            .gate(GateName.CP, Angle.of(.5), 1, 0)
            .build();
    assertThat(Qasm2Writer.write(circuit))
        .isEqualTo(
            """
            OPENQASM 2.0;
            include "qelib1.inc";
            qreg q[2];
            creg c[2];
            if (c == 2) x q[0];
            if (c == 2) reset q[1];
            barrier q[1], q[0];
            u1(0.5) q[1];
            cu1(0.5) q[1], q[0];
            """);
  }

  @Test
  void writesPhysicalQubitsAsPositions() {
    Circuit circuit = new Circuit(QubitLabels.PHYSICAL, 3, List.of(), List.of(), List.of(FLIP));
    assertThat(Qasm2Writer.write(circuit)).contains("qreg q[3];", "x q[0];");
  }

  @Test
  void refusesOpenParameters() {
    Circuit circuit = new Brickwork(2, 1).circuit();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Qasm2Writer.write(circuit))
        .withMessageContaining("bind the parameters");
  }

  @Test
  void refusesWhatVersion2CannotSay() {
    Condition bit = new Condition.Bit(0);
    Condition whole = new Condition.RegisterEquals(C, BigInteger.ONE);
    GateCall controlledPhase = new GateCall(GateName.GPHASE, 1, List.of(Angle.of(1)), List.of(0));
    List<Instruction> refused =
        List.of(
            new Delay(1, Delay.TimeUnit.DT, 0),
            new GateCall(GateName.X, 1, List.of(), List.of(0, 1)),
            controlledPhase,
            new Conditional(bit, List.of(FLIP), List.of()),
            new Conditional(new Condition.Not(whole), List.of(FLIP), List.of()),
            new Conditional(whole, List.of(FLIP), List.of(FLIP)),
            new Conditional(whole, List.of(FLIP, FLIP), List.of()),
            new Conditional(whole, List.of(new Barrier(List.of(0))), List.of()),
            new Conditional(
                whole, List.of(new Conditional(whole, List.of(FLIP), List.of())), List.of()));
    for (Instruction step : refused) {
      Circuit circuit = Circuit.builder(2).register("c", 2).add(step).build();
      assertThatIllegalArgumentException()
          .as("%s", step)
          .isThrownBy(() -> Qasm2Writer.write(circuit))
          .withMessageContaining("OpenQASM 2");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"creg", "opaque", "pi", "Upper", "_low", "θ", "lambda", "cx", "rzz", "u1"})
  void refusesNamesThatVersion2CannotDeclare(String name) {
    Circuit register = Circuit.builder(1).measureAll(name).build();
    GateDefinition definition = new GateDefinition(name, List.of(), 1, List.of());
    Circuit gate = Circuit.builder(1).gate(definition, 0).build();
    for (Circuit circuit : List.of(register, gate)) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Qasm2Writer.write(circuit))
          .withMessageContaining("'" + name + "'");
    }
  }

  @Test
  void refusesFormalParametersThatVersion2CannotDeclare() {
    GateDefinition gate = new GateDefinition("g", List.of(new Parameter("θ")), 1, List.of(FLIP));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Qasm2Writer.write(Circuit.builder(1).gate(gate, Angle.of(1), 0).build()))
        .withMessageContaining("'θ'");
  }
}
