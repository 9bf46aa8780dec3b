package io.qhyper.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.qhyper.ansatz.Brickwork;
import io.qhyper.ansatz.Entanglement;
import io.qhyper.ansatz.RealAmplitudes;
import io.qhyper.circuit.Angle;
import io.qhyper.circuit.Circuit;
import io.qhyper.circuit.CircuitBuilder;
import io.qhyper.circuit.Condition;
import io.qhyper.circuit.Conditional;
import io.qhyper.circuit.GateCall;
import io.qhyper.circuit.GateName;
import io.qhyper.circuit.Instruction;
import io.qhyper.circuit.Measure;
import io.qhyper.circuit.Parameter;
import io.qhyper.testing.HeavyHex;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class IsaCompilerTest {
  private static final Target HERON = HeavyHex.heron(2, 3, 9);
  private static final Target EAGLE = HeavyHex.eagle(2, 3, 9);

  @Test
  void placesTheBrickworkOnTheBestLineWithoutSwaps() {
    for (Target device : List.of(HERON, EAGLE)) {
      CompiledCircuit compiled = compile(new Brickwork(17, 4).circuit(), device);

      CompileReport report = compiled.report();
      assertThat(report.layoutSource()).isEqualTo(LayoutSource.BEST_LINE);
      assertThat(report.swaps()).isZero();
      assertThat(report.before().twoQubitGates()).isEqualTo(32);
      assertThat(report.after().twoQubitGates()).isEqualTo(24); // the first layer acts on |0…0⟩
      assertThat(report.successProbability())
          .isCloseTo(report.successBound().orElseThrow(), within(1e-9));
      assertThat(compiled.live()).hasSize(119);
      assertThat(IsaCheck.violations(compiled.circuit(), device)).isEmpty();
    }
  }

  @Test
  void keepsEachParameterInOneRz() {
    for (Target device : List.of(HERON, EAGLE)) {
      Map<Parameter, Integer> seen = new HashMap<>();
      for (Instruction step :
          compile(new Brickwork(9, 3).circuit(), device).circuit().instructions()) {
        if (step instanceof GateCall call) {
          for (Angle angle : call.angles()) {
            for (Angle.Term term : angle.terms()) {
              assertThat(call.gate()).isEqualTo(GateName.RZ);
              assertThat(term.coefficient()).isEqualTo(1);
              seen.merge(term.parameter(), 1, Integer::sum);
            }
          }
        }
      }
      assertThat(seen.values()).containsOnly(1);
    }
  }

  @Test
  void writesBareParametersWhereAskedTo() {
    Circuit circuit =
        IsaCompiler.compile(
                new Brickwork(5, 3).circuit(),
                EAGLE,
                CompileOptions.DEFAULT.with(ParameterForm.BARE))
            .circuit();

    for (Instruction step : circuit.instructions()) {
      if (step instanceof GateCall call) {
        assertThat(call.angles())
            .allMatch(
                angle ->
                    angle.isConstant() || angle.equals(Angle.of(angle.terms().get(0).parameter())));
      }
    }
  }

  @Test
  void usesOneRxForARotationWhereFractionalGatesAreAllowed() {
    CompileOptions fractional = CompileOptions.DEFAULT.with(NativeGates.FRACTIONAL);

    CompiledCircuit compiled =
        IsaCompiler.compile(new Brickwork(5, 3).circuit(), HERON, fractional);

    assertThat(compiled.report().after().gates())
        .containsEntry("rx", 15)
        .containsEntry("sx", compiled.report().after().gates().get("cz"));
  }

  @Test
  void usesRzzForConstantAnglesWhereItWorks() {
    CompileOptions fractional = CompileOptions.DEFAULT.with(NativeGates.FRACTIONAL);
    Circuit circuit = rzz(Angle.of(-2.5));
    CompiledCircuit compiled = IsaCompiler.compile(circuit, HERON, fractional);
    Target without = HERON;
    for (List<Integer> pair : HERON.sites("rzz").keySet()) {
      without =
          HeavyHex.with(
              without,
              "rzz",
              pair,
              new GateFacts(OptionalDouble.of(1), OptionalDouble.empty(), true));
    }

    assertThat(compiled.report().after().gates()).containsEntry("rzz", 1).doesNotContainKey("cz");
    assertThat(compiled.circuit().instructions())
        .filteredOn(step -> step instanceof GateCall call && call.gate() == GateName.RZZ)
        .singleElement()
        .extracting(step -> ((GateCall) step).angles().get(0).constant())
        .satisfies(angle -> assertThat((double) angle).isCloseTo(Math.PI - 2.5, within(1e-12)));
    assertThat(IsaCompiler.compile(circuit, without, fractional).report().after().gates())
        .containsEntry("cz", 2)
        .doesNotContainKey("rzz");
    assertThat(
            IsaCompiler.compile(rzz(Angle.of(new Parameter("a"))), HERON, fractional)
                .report()
                .after()
                .gates())
        .containsEntry("cz", 2);
  }

  private static Circuit rzz(Angle angle) {
    return Circuit.builder(2)
        .gate(GateName.H, 0)
        .gate(GateName.H, 1)
        .gate(GateName.RZZ, angle, 0, 1)
        .gate(GateName.H, 0)
        .gate(GateName.H, 1)
        .measureAll("c")
        .build();
  }

  @Test
  void keepsAPinnedLayoutAndTheClassicalBits() {
    Circuit circuit = new Brickwork(3, 2).circuit();

    CompiledCircuit compiled =
        IsaCompiler.compile(circuit, HERON, CompileOptions.DEFAULT.withLayout(List.of(2, 1, 0)));

    assertThat(compiled.layout()).containsExactly(2, 1, 0);
    assertThat(compiled.circuit().registers()).isEqualTo(circuit.registers());
    assertThat(compiled.circuit().instructions())
        .contains(new Measure(2, 0), new Measure(1, 1), new Measure(0, 2));
  }

  @Test
  void insertsSwapsWhereNoLineFits() {
    CompiledCircuit compiled =
        compile(new RealAmplitudes(5, 1, Entanglement.FULL).circuit(), EAGLE);

    assertThat(compiled.report().layoutSource()).isEqualTo(LayoutSource.PLACED);
    assertThat(compiled.report().swaps()).isPositive();
    assertThat(IsaCheck.violations(compiled.circuit(), EAGLE)).isEmpty();
  }

  @Test
  void countsTheWorstKnownErrorWhereTheDeviceGivesNone() {
    CompileOptions pinned = CompileOptions.DEFAULT.withLayout(List.of(0, 1, 2, 3));
    Target silent = HeavyHex.with(HERON, "cz", List.of(0, 1), GateFacts.UNKNOWN);
    silent = HeavyHex.with(silent, "cz", List.of(1, 0), GateFacts.UNKNOWN);
    Circuit circuit = new Brickwork(4, 2).circuit();

    CompileReport known = IsaCompiler.compile(circuit, HERON, pinned).report();
    CompileReport unknown = IsaCompiler.compile(circuit, silent, pinned).report();

    assertThat(known.unknownErrors()).isZero();
    assertThat(unknown.unknownErrors()).isEqualTo(1);
    assertThat(unknown.successProbability()).isLessThan(known.successProbability());
  }

  @Test
  void refusesByName() {
    CircuitBuilder twoBits = Circuit.builder(2).register("c", 2).add(new Measure(0, 0));
    Instruction flip = GateCall.of(GateName.X, List.of(), 1);
    Condition both = new Condition.And(new Condition.Bit(0), new Condition.Bit(1));
    Condition one = new Condition.Bit(0);

    assertRefused(
        twoBits.add(new Conditional(both, List.of(flip), List.of())).build(), "'if' with && or ||");
    assertRefused(
        Circuit.builder(1)
            .register("c", 1)
            .add(new Conditional(new Condition.Bit(0), List.of(new Measure(0, 0)), List.of()))
            .build(),
        "'if' with a measurement inside");
    assertRefused(
        Circuit.builder(2)
            .register("c", 1)
            .add(
                new Conditional(
                    one, List.of(new Conditional(one, List.of(flip), List.of())), List.of()))
            .build(),
        "'if' with another 'if' inside");
    assertRefused(new Brickwork(40, 2).circuit(), "40 qubits, device made_heron has");
    assertThatThrownBy(
            () ->
                IsaCompiler.compile(
                    new Brickwork(2, 2).circuit(),
                    HERON,
                    CompileOptions.DEFAULT.withLayout(List.of(3, 3))))
        .hasMessageContaining("different qubits", "3 twice");
  }

  private static void assertRefused(Circuit circuit, String message) {
    assertThatThrownBy(() -> compile(circuit, HERON))
        .isInstanceOf(CompileException.class)
        .hasMessageContaining(message);
  }

  private static CompiledCircuit compile(Circuit circuit, Target target) {
    return IsaCompiler.compile(circuit, target, CompileOptions.DEFAULT);
  }
}
