package io.qhyper.compile;

import static org.assertj.core.api.Assertions.assertThat;

import io.qhyper.circuit.Angle;
import io.qhyper.circuit.Binding;
import io.qhyper.circuit.Circuit;
import io.qhyper.circuit.GateCall;
import io.qhyper.circuit.GateName;
import io.qhyper.circuit.Instruction;
import io.qhyper.circuit.Measure;
import io.qhyper.circuit.Parameter;
import io.qhyper.testing.Compact;
import io.qhyper.testing.DenseOracle;
import io.qhyper.testing.HeavyHex;
import io.qhyper.testing.RandomCircuits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IsaCompilerRandomTest {
  private static final List<Parameter> PARAMETERS =
      List.of(new Parameter("a"), new Parameter("b"), new Parameter("d"));
  private static final List<Target> DEVICES =
      List.of(HeavyHex.heron(3, 2, 5), HeavyHex.eagle(4, 2, 5));
  private static final List<CompileOptions> OPTIONS =
      List.of(
          CompileOptions.DEFAULT,
          CompileOptions.DEFAULT.with(NativeGates.FRACTIONAL),
          CompileOptions.DEFAULT.with(ParameterForm.BARE));

  @Test
  void keepsTheDistributionOfEveryStandardGateUnderControls() {
    Random random = new Random(5);
    for (GateName gate : GateName.values()) {
      for (int controls = 0; controls < 3 && gate.qubitCount() + controls <= 5; controls++) {
        int qubits = Math.max(1, gate.qubitCount() + controls);
        RandomCircuits circuits = new RandomCircuits(random, qubits, List.of());
        Circuit before = circuits.ofGates(3 + 2 * qubits);
        GateCall call =
            GateCall.of(
                gate,
                random.doubles(gate.angleCount(), -4, 4).mapToObj(Angle::of).toList(),
                IntStream.range(controls, controls + gate.qubitCount())
                    .boxed()
                    .toArray(Integer[]::new));
        for (int control = controls - 1; control >= 0; control--) {
          call = call.controlledBy(control);
        }
        List<Instruction> steps = new ArrayList<>();
        for (int q = 0; q < qubits; q++) {
          steps.add(GateCall.of(GateName.RY, List.of(Angle.of(1 + q)), q));
        }
        steps.add(call);
        for (int q = 0; q < qubits; q++) {
          steps.add(GateCall.of(GateName.RX, List.of(Angle.of(2 + q)), q));
        }
        before.instructions().stream().filter(Measure.class::isInstance).forEach(steps::add);
        assertSame(before.withInstructions(steps), Binding.NONE, new double[0]);
      }
    }
  }

  @Test
  void keepsPhasesUnderControls() {
    GateCall phase = new GateCall(GateName.GPHASE, 2, List.of(Angle.of(0.7)), List.of(0, 1));
    Circuit circuit =
        Circuit.builder(2)
            .gate(GateName.H, 0)
            .gate(GateName.H, 1)
            .add(phase)
            .gate(GateName.H, 0)
            .gate(GateName.H, 1)
            .measureAll("c")
            .build();

    assertSame(circuit, Binding.NONE, new double[0]);
  }

  @Test
  void keepsTheDistributionOfGatesWithParameters() {
    Random random = new Random(20261123);
    for (int run = 0; run < 60; run++) {
      RandomCircuits circuits = new RandomCircuits(random, 1 + random.nextInt(4), PARAMETERS);
      double[] row = random.doubles(3, -4, 4).toArray();
      assertSame(circuits.ofGates(3 + random.nextInt(8)), Binding.of(PARAMETERS, row), row);
    }
  }

  @Test
  void keepsTheDistributionOfEveryStepOrRefusesIt() {
    Random random = new Random(11);
    int compiled = 0;
    for (int run = 0; run < 120; run++) {
      RandomCircuits circuits = new RandomCircuits(random, 1 + random.nextInt(4), PARAMETERS);
      Circuit circuit = circuits.ofEverything(4 + random.nextInt(8));
      double[] row = random.doubles(3, -4, 4).toArray();
      try {
        assertSame(circuit, Binding.of(PARAMETERS, row), row);
        compiled++;
      } catch (CompileException e) {
        assertThat(e).hasMessageContaining("'if'");
      }
    }
    assertThat(compiled).isGreaterThan(60);
  }

  private static void assertSame(Circuit circuit, Binding binding, double[] row) {
    Map<Long, Double> expected = DenseOracle.distribution(circuit, binding);
    for (Target device : DEVICES) {
      for (CompileOptions options : OPTIONS) {
        CompiledCircuit compiled = IsaCompiler.compile(circuit, device, options);
        Circuit small = Compact.of(compiled.circuit());
        Binding live =
            row.length == 0
                ? Binding.NONE
                : Binding.of(small.parameters(), compiled.liveValues(row));
        assertThat(IsaCheck.violations(compiled.circuit(), device)).isEmpty();
        assertThat(DenseOracle.distance(expected, DenseOracle.distribution(small, live)))
            .as("%s by %s: %s", circuit, options, compiled.circuit())
            .isLessThan(1e-10);
      }
    }
  }
}
