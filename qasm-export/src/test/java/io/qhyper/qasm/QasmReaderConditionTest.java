package io.qhyper.qasm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qhyper.circuit.ClassicalRegister;
import io.qhyper.circuit.Condition;
import io.qhyper.circuit.Conditional;
import io.qhyper.circuit.GateCall;
import io.qhyper.circuit.GateName;
import io.qhyper.circuit.Instruction;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class QasmReaderConditionTest {
  private static final String HEAD =
      "include \"stdgates.inc\"; qubit[3] q; bit[3] c; bit d; const int two = 2; ";

  private static final Instruction X = GateCall.of(GateName.X, List.of(), 0);
  private static final Instruction Z = GateCall.of(GateName.Z, List.of(), 1);

  private static List<Instruction> steps(String statements) {
    return QasmReader.read(HEAD + statements).instructions();
  }

  private static Condition bit(int bit) {
    return new Condition.Bit(bit);
  }

  private static Condition not(Condition condition) {
    return new Condition.Not(condition);
  }

  private static Condition equal(long value) {
    return new Condition.RegisterEquals(
        new ClassicalRegister("c", 0, 3), BigInteger.valueOf(value));
  }

  static Stream<Arguments> conditions() {
    return Stream.of(
        Arguments.of("c[0]", bit(0)),
        Arguments.of("c[-1]", bit(2)),
        Arguments.of("d", bit(3)),
        Arguments.of("bool(d)", bit(3)),
        Arguments.of("c", not(equal(0))),
        Arguments.of("!c[0]", not(bit(0))),
        Arguments.of("!!c[0]", not(not(bit(0)))),
        Arguments.of("c[1] == true", bit(1)),
        Arguments.of("c[1] == 1", bit(1)),
        Arguments.of("false == c[1]", not(bit(1))),
        Arguments.of("c[1] != 0", not(not(bit(1)))),
        Arguments.of("c == 5", equal(5)),
        Arguments.of("5 == c", equal(5)),
        Arguments.of("c == two + 1", equal(3)),
        Arguments.of("c == \"110\"", equal(6)),
        Arguments.of("c == 99", equal(99)),
        Arguments.of("c != 5", not(equal(5))),
        Arguments.of("c[0] && c[1]", new Condition.And(bit(0), bit(1))),
        Arguments.of(
            "c[0] || c[1] && !d", new Condition.Or(bit(0), new Condition.And(bit(1), not(bit(3))))),
        Arguments.of("(c[0] && c[1]) == false", not(new Condition.And(bit(0), bit(1)))),
        Arguments.of("true && c[0]", bit(0)),
        Arguments.of("c[0] || two == 3", bit(0)));
  }

  @ParameterizedTest
  @MethodSource("conditions")
  void readsConditions(String text, Condition condition) {
    assertThat(steps("if (" + text + ") x q[0]; else { z q[1]; }"))
        .containsExactly(new Conditional(condition, List.of(X), List.of(Z)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "true;true", "false;false", "two == 2;true", "two < 2;false", "two >= 2 && !false;true",
        "c[0] && false;false", "c[0] || true;true", "c == -1;false", "c[0] == 7;false",
            "1 != 1;false"
      })
  void decidesConstantConditionsAtOnce(String text, boolean holds) {
    assertThat(steps("if (" + text + ") x q[0]; else z q[1];")).containsExactly(holds ? X : Z);
  }

  @Test
  void nestsAndBroadcastsInBranches() {
    assertThat(
            steps(
                "if (c[0]) { if (c[1]) x q[0:1]; else if (d) z q[1]; } for int i in [0:1] if (c[i])"
                    + " { x q[0]; }"))
        .containsExactly(
            new Conditional(
                bit(0),
                List.of(
                    new Conditional(
                        bit(1),
                        List.of(X, GateCall.of(GateName.X, List.of(), 1)),
                        List.of(new Conditional(bit(3), List.of(Z), List.of())))),
                List.of()),
            new Conditional(bit(0), List.of(X), List.of()),
            new Conditional(bit(1), List.of(X), List.of()));
  }

  @Test
  void comparesWithNumbersOfAnyLength() {
    BigInteger large = BigInteger.ONE.shiftLeft(150).add(BigInteger.TEN);

    assertThat(
            QasmReader.read("qubit q; bit[151] w; if (w == " + large + ") U(0, 0, 0) q;")
                .instructions())
        .singleElement()
        .isInstanceOfSatisfying(
            Conditional.class,
            step ->
                assertThat(step.condition())
                    .isEqualTo(
                        new Condition.RegisterEquals(new ClassicalRegister("w", 0, 151), large)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"c[0] && t > 0.5", "c[0] == 1 || t", "!(c[0] || t == 1)", "t", "c[0] == (t < 1)"})
  void refusesParametersInConditionsAndSaysWhere(String condition) {
    String text =
        "OPENQASM 3.0;\ninput float t;\nqubit q;\nbit[2] c;\nif (" + condition + ") U(0, 0, 0) q;";

    assertThatThrownBy(() -> QasmReader.read(text))
        .isInstanceOf(QasmSyntaxException.class)
        .message()
        .startsWith("5:")
        .contains("must be a constant, but depends on 't'");
  }
}
