package io.qhyper.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.qhyper.ansatz.Brickwork;
import io.qhyper.circuit.Angle;
import io.qhyper.circuit.Barrier;
import io.qhyper.circuit.Binding;
import io.qhyper.circuit.Circuit;
import io.qhyper.circuit.Condition;
import io.qhyper.circuit.Conditional;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GateFoldingTest {
  private static final List<Parameter> PARAMETERS =
      List.of(new Parameter("a"), new Parameter("b"), new Parameter("d"));

  private static long entangling(Circuit circuit) {
    return circuit.instructions().stream()
        .filter(step -> step instanceof GateCall && step.qubits().size() > 1)
        .count();
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 1.7, 2, 3, 4.2, 5})
  void keepsTheDistributionOfRandomCircuits(double scale) {
    Random random = new Random(20261125);
    for (int run = 0; run < 25; run++) {
      RandomCircuits circuits = new RandomCircuits(random, 2 + random.nextInt(3), PARAMETERS);
      Circuit circuit = circuits.ofGates(4 + random.nextInt(5)).flattened();
      List<Instruction> steps = new ArrayList<>(circuit.instructions());
      steps.add(0, GateCall.of(GateName.CRX, List.of(Angle.of(PARAMETERS.get(0))), 0, 1));
      steps.add(0, GateCall.of(GateName.H, List.of(), 0));
      circuit = circuit.withInstructions(steps);
      Binding binding = Binding.of(PARAMETERS, random.doubles(3, -4, 4).toArray());

      GateFolding.Folded folded = GateFolding.fold(circuit, scale);

      assertThat(folded.circuit().parameters()).isEqualTo(circuit.parameters());
      assertThat(folded.entanglingGates()).isEqualTo(entangling(folded.circuit()));
      assertThat(folded.scale())
          .isEqualTo((double) entangling(folded.circuit()) / entangling(circuit))
          .isCloseTo(scale, within(1.0 / entangling(circuit) + 1e-12));
      assertThat(
              DenseOracle.distance(
                  DenseOracle.distribution(circuit, binding),
                  DenseOracle.distribution(folded.circuit(), binding)))
          .isLessThan(1e-10);
    }
  }

  @Test
  void oddScalesFoldEveryGateAlike() {
    Circuit circuit = new Brickwork(5, 3).circuit();
    for (int k = 0; k < 4; k++) {
      GateFolding.Folded folded = GateFolding.fold(circuit, 2 * k + 1);

      assertThat(folded.scale()).isEqualTo(2 * k + 1);
      assertThat(folded.entanglingGates()).isEqualTo((2 * k + 1) * entangling(circuit));
    }
    assertThat(GateFolding.fold(circuit, 1).circuit()).isEqualTo(circuit);
  }

  @Test
  void otherScalesSpreadTheirFoldingsEvenly() {
    Circuit circuit = ladder(8);

    Circuit folded = GateFolding.fold(circuit, 2).circuit();

    // Four foldings among eight gates: every second one becomes three.
    List<Integer> runs = new ArrayList<>();
    List<Integer> before = List.of();
    for (Instruction step : folded.instructions()) {
      if (step instanceof GateCall call && call.qubits().size() == 2) {
        if (call.qubits().equals(before)) {
          runs.set(runs.size() - 1, runs.get(runs.size() - 1) + 1);
        } else {
          runs.add(1);
        }
        before = call.qubits();
      }
    }
    assertThat(runs).containsExactly(1, 3, 1, 3, 1, 3, 1, 3);
  }

  private static Circuit ladder(int gates) {
    List<Instruction> steps = new ArrayList<>();
    for (int i = 0; i < gates; i++) {
      steps.add(GateCall.of(GateName.CX, List.of(), i % 2, i % 2 + 1));
    }
    return Circuit.builder(3).build().withInstructions(steps);
  }

  @Test
  void foldedNativeCircuitsStayNativeAndKeepTheirDistribution() {
    Circuit ansatz = DeadGates.remove(new Brickwork(5, 4).circuit()).circuit();
    double[] row = new Random(3).doubles(ansatz.parameters().size(), -3, 3).toArray();
    Map<Long, Double> expected =
        DenseOracle.distribution(ansatz, Binding.of(ansatz.parameters(), row));
    for (Target device : List.of(HeavyHex.heron(3, 2, 5), HeavyHex.eagle(4, 2, 5))) {
      CompiledCircuit compiled = IsaCompiler.compile(ansatz, device, CompileOptions.DEFAULT);
      for (double scale : new double[] {1, 2, 3, 5}) {
        Circuit folded = GateFolding.fold(compiled.circuit(), scale).circuit();

        assertThat(IsaCompiler.isNative(folded, device)).isTrue();
        CompiledCircuit again = IsaCompiler.asGiven(folded, device);
        assertThat(again.circuit()).isEqualTo(folded);
        Circuit small = Compact.of(folded);
        double[] values = again.liveValues(compiled.liveValues(row));
        Binding binding = Binding.of(small.parameters(), values);
        assertThat(DenseOracle.distance(expected, DenseOracle.distribution(small, binding)))
            .as("%s at scale %s", device.name(), scale)
            .isLessThan(1e-10);
      }
    }
  }

  @Test
  void barriersKeepAnOptimiserFromCancellingTheCopies() {
    Target heron = HeavyHex.heron(3, 2, 5);
    Circuit ansatz = new Brickwork(5, 4).circuit();
    CompiledCircuit compiled = IsaCompiler.compile(ansatz, heron, CompileOptions.DEFAULT);
    GateFolding.Folded folded = GateFolding.fold(compiled.circuit(), 3);

    CompiledCircuit again = IsaCompiler.compile(folded.circuit(), heron, CompileOptions.DEFAULT);

    assertThat(entangling(again.circuit())).isEqualTo(folded.entanglingGates());
    assertThat(again.report().after().gates().get("sx"))
        .isEqualTo(compiled.report().after().gates().get("sx"));
    List<Instruction> bare =
        folded.circuit().instructions().stream()
            .filter(step -> !(step instanceof Barrier))
            .toList();
    CompiledCircuit without =
        IsaCompiler.compile(folded.circuit().withInstructions(bare), heron, CompileOptions.DEFAULT);
    assertThat(entangling(without.circuit())).isEqualTo(entangling(compiled.circuit()));
  }

  @Test
  void refusesWhatItCannotFold() {
    Circuit alone = Circuit.builder(2).gate(GateName.H, 0).measureAll("c").build();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GateFolding.fold(alone, 3))
        .withMessageContaining("nothing to fold");
    Circuit pair = ladder(1);
    for (double scale : new double[] {0.9, 100, Double.NaN}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> GateFolding.fold(pair, scale))
          .withMessageContaining("from 1 to 99");
    }
    Circuit branch =
        Circuit.builder(2)
            .register("c", 1)
            .gate(GateName.CX, 0, 1)
            .add(new Measure(0, 0))
            .add(
                new Conditional(
                    new Condition.Bit(0),
                    List.of(GateCall.of(GateName.CX, List.of(), 0, 1)),
                    List.of()))
            .build();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GateFolding.fold(branch, 3))
        .withMessageContaining("inside an if");
  }
}
