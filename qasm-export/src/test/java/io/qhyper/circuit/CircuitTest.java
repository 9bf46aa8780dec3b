package io.qhyper.circuit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CircuitTest {
  private static final Parameter A = new Parameter("a");
  private static final Parameter B = new Parameter("b");

  @Test
  void declaresInputsWhereTheyFirstOccurInsideConditionsToo() {
    Conditional conditional =
        new Conditional(
            new Condition.Bit(0),
            List.of(),
            List.of(GateCall.of(GateName.RX, List.of(Angle.of(B)), 0)));
    Circuit circuit =
        Circuit.builder(1)
            .register("c", 1)
            .add(conditional)
            .gate(GateName.RX, Angle.of(A), 0)
            .build();
    assertThat(circuit.parameters()).containsExactly(B, A);
  }

  @Test
  void numbersClassicalBitsThroughAllRegisters() {
    Circuit circuit = Circuit.builder(3).register("a", 2).measureAll("b").build();
    assertThat(circuit.bits()).isEqualTo(5);
    assertThat(circuit.registers().get(1).bits()).containsExactly(2, 3, 4);
    assertThat(circuit.instructions()).contains(new Measure(0, 2), new Measure(2, 4));
  }

  @Test
  void refusesWhatItDoesNotDeclare() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Circuit.builder(2).gate(GateName.X, 2).build())
        .withMessageContaining("qubit must be in 0..1, got 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Circuit.builder(1).add(new Measure(0, 0)).build())
        .withMessageContaining("classical bit");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Circuit.builder(1).register("c", 1).register("c", 2).build())
        .withMessageContaining("c is declared twice");
    Circuit open = Circuit.builder(1).gate(GateName.RX, Angle.of(A), 0).build();
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new Circuit(QubitLabels.VIRTUAL, 1, List.of(), List.of(B), open.instructions()))
        .withMessageContaining("parameter a is not declared");
  }

  @Test
  void refusesConditionsOnRegistersOfOthers() {
    ClassicalRegister other = new ClassicalRegister("other", 0, 1);
    Condition foreign = new Condition.RegisterEquals(other, BigInteger.ONE);
    CircuitBuilder circuit =
        Circuit.builder(1)
            .register("c", 1)
            .add(new Conditional(new Condition.Not(foreign), List.of(), List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(circuit::build)
        .withMessageContaining("other")
        .withMessageContaining("not declared");
  }

  @Test
  void bringsAnglesIntoOneForm() {
    Angle angle = Angle.of(B).plus(Angle.of(A).times(2)).plus(Angle.of(B).negated());
    assertThat(angle).isEqualTo(Angle.of(A).times(2));
    assertThat(Angle.of(-0.0)).isEqualTo(Angle.ZERO);
    assertThat(Angle.of(A).times(0)).isEqualTo(Angle.ZERO);
    Angle sum = Angle.of(B).plus(Angle.of(A)).plus(Angle.of(1));
    assertThat(sum.terms()).extracting(Angle.Term::parameter).containsExactly(A, B);
    assertThat(sum.value(Binding.of(Map.of(A, 2.0, B, 3.0)))).isEqualTo(6);
    assertThat(sum.substitute(p -> Angle.of(A).times(.5))).isEqualTo(Angle.of(A).plus(Angle.of(1)));
  }

  @Test
  void refusesAnglesAndValuesThatAreNoNumbers() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Angle.of(Double.NaN))
        .withMessageContaining("NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Angle.of(A).times(Double.POSITIVE_INFINITY));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Binding.of(List.of(A), new double[] {Double.NaN}))
        .withMessageContaining("parameter a must be finite");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Angle.of(A).value(Binding.NONE))
        .withMessageContaining("parameter a has no value");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Delay(Double.NaN, Delay.TimeUnit.DT, 0))
        .withMessageContaining("NaN");
  }

  @Test
  void asksForWholeRegistersAsUnsignedNumbers() {
    ClassicalRegister register = new ClassicalRegister("c", 1, 2);
    Condition two = new Condition.RegisterEquals(register, BigInteger.TWO);
    assertThat(two.holds(bit -> bit == 2)).isTrue();
    assertThat(two.holds(bit -> bit == 1)).isFalse();
    assertThat(new Condition.RegisterEquals(register, BigInteger.valueOf(6)).holds(bit -> bit == 2))
        .isFalse();
  }

  @Test
  void takesOnlyNamesThatEveryVersionReads() {
    assertThat(new Parameter("_θ1").name()).isEqualTo("_θ1");
    for (String name : List.of("", "1a", "a b", "a-b", "a٣", "$0")) {
      assertThatIllegalArgumentException().isThrownBy(() -> new Parameter(name));
    }
  }
}
