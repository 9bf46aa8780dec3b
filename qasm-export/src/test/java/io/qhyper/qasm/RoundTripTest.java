package io.qhyper.qasm;

import static org.assertj.core.api.Assertions.assertThat;

import io.qhyper.circuit.Barrier;
import io.qhyper.circuit.Binding;
import io.qhyper.circuit.Circuit;
import io.qhyper.circuit.CircuitBuilder;
import io.qhyper.circuit.ClassicalRegister;
import io.qhyper.circuit.Condition;
import io.qhyper.circuit.Conditional;
import io.qhyper.circuit.GateCall;
import io.qhyper.circuit.GateName;
import io.qhyper.circuit.Instruction;
import io.qhyper.circuit.Measure;
import io.qhyper.circuit.Parameter;
import io.qhyper.circuit.QubitLabels;
import io.qhyper.circuit.Reset;
import io.qhyper.testing.DenseOracle;
import io.qhyper.testing.RandomCircuits;
import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RoundTripTest {
  private static final ClassicalRegister M = new ClassicalRegister("m", 0, 2);

  private final Random random = new Random(20261123);

  @Test
  void version3TextIsReadBackAsAnEqualCircuit() {
    List<Parameter> parameters =
        List.of(new Parameter("a"), new Parameter("β"), new Parameter("_d"));
    for (int run = 0; run < 300; run++) {
      Circuit circuit = circuits(parameters).ofEverything(3 + random.nextInt(15));
      String text = Qasm3Writer.write(circuit);
      assertThat(QasmReader.read(text)).as("run %s: %s", run, text).isEqualTo(circuit);
    }
  }

  @Test
  void boundVersion3TextIsReadBackAsAnEqualCircuit() {
    List<Parameter> parameters = List.of(new Parameter("a"), new Parameter("b"));
    for (int run = 0; run < 100; run++) {
      double[] theta = random.doubles(2, -9, 9).toArray();
      Circuit circuit = circuits(parameters).ofEverything(10).bind(Binding.of(parameters, theta));
      assertThat(QasmReader.read(Qasm3Writer.write(circuit))).isEqualTo(circuit);
    }
  }

  @Test
  void physicalQubitsAreReadBackAsPhysical() {
    for (int run = 0; run < 50; run++) {
      Circuit virtual = circuits(List.of()).ofGates(6);
      Circuit circuit =
          new Circuit(
              QubitLabels.PHYSICAL,
              virtual.qubits(),
              virtual.registers(),
              List.of(),
              virtual.instructions());
      assertThat(QasmReader.read(Qasm3Writer.write(circuit))).isEqualTo(circuit);
    }
  }

  @Test
  void version2TextOfStandardGatesIsReadBackAsAnEqualCircuit() {
    for (int run = 0; run < 200; run++) {
      Circuit circuit = version2(1 + random.nextInt(5));
      String text = Qasm2Writer.write(circuit);
      Circuit read = QasmReader.read(text);
      assertThat(read).as("run %s: %s", run, text).isEqualTo(circuit);
      assertThat(
              DenseOracle.distance(
                  DenseOracle.distribution(read, Binding.NONE),
                  DenseOracle.distribution(circuit, Binding.NONE)))
          .isLessThan(1e-12);
    }
  }

  private RandomCircuits circuits(List<Parameter> parameters) {
    return new RandomCircuits(random, 1 + random.nextInt(5), parameters);
  }

  /**
   * What version 2 can say: no extra controls, delays or global phases, conditions on registers.
   */
  private Circuit version2(int qubits) {
    RandomCircuits gates = new RandomCircuits(random, qubits, List.of());
    CircuitBuilder circuit = Circuit.builder(qubits).register("m", 2);
    for (int i = 0; i < 10; i++) {
      GateCall call = gates.gate();
      if (canSay(call)) {
        circuit.add(random.nextInt(4) == 0 ? conditional(call) : call);
      }
      int qubit = random.nextInt(qubits);
      switch (random.nextInt(8)) {
        case 0 -> circuit.add(new Barrier(List.of(qubit)));
        case 1 -> circuit.add(conditional(new Reset(qubit)));
        case 2 -> circuit.add(new Measure(qubit, random.nextInt(2)));
        default -> circuit.add(new Barrier(List.of(0)));
      }
    }
    return circuit.measureAll("c").build();
  }

  private Conditional conditional(Instruction step) {
    BigInteger value = BigInteger.valueOf(random.nextInt(4));
    return new Conditional(new Condition.RegisterEquals(M, value), List.of(step), List.of());
  }

  private static boolean canSay(GateCall call) {
    return call.controls() == 0 && call.gate() != GateName.GPHASE && saysItsBody(call);
  }

  private static boolean saysItsBody(GateCall call) {
    return !(call.gate() instanceof io.qhyper.circuit.GateDefinition definition)
        || definition.body().stream().allMatch(RoundTripTest::canSay);
  }
}
