package io.qhyper.qasm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Short or long texts that ask for endless work: all are refused in words, none hangs. */
class QasmReaderHostileTextTest {
  /** Far beyond what any of these takes: only a guard against hanging. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final String HEAD = "include \"stdgates.inc\"; ";

  private static String many(int count, IntFunction<String> text) {
    return IntStream.range(0, count).mapToObj(text).collect(Collectors.joining());
  }

  static Stream<Arguments> texts() {
    String nest = "nest deeper than 200";
    return Stream.of(
        Arguments.of("qubit q; U(" + "(".repeat(100_000), nest),
        Arguments.of("qubit q; U(" + "sin(".repeat(100_000), nest),
        Arguments.of("qubit q; x q" + "[q".repeat(100_000), nest),
        Arguments.of("bit c; " + "if (c) ".repeat(100_000), nest),
        Arguments.of("bit c; " + "if (c) { ".repeat(100_000), nest),
        Arguments.of("bit c; if (c) { }" + " else if (c) { }".repeat(100_000), nest),
        Arguments.of("for int i in {0} ".repeat(100_000), nest),
        Arguments.of("{".repeat(100_000), "expected a statement"),
        Arguments.of("/* ".repeat(1_000_000), "not closed"),
        Arguments.of("\"".repeat(1_000_001) + "x", "expected"),
        Arguments.of("OPENQASM 2.0; qreg q[1]; U(" + "(".repeat(100_000), nest),
        Arguments.of("OPENQASM 2.0; creg c[1]; " + "if(c==1) ".repeat(100_000), nest),
        Arguments.of("OPENQASM 2.0; gate a b { " + "gate a b { ".repeat(100_000), nest),
        Arguments.of("qubit q; for int i in [0:1000000000] U(0, 0, 0) q;", "the loop over i runs"),
        Arguments.of("for int i in [0:1000000000] { }", "the loop over i runs"),
        Arguments.of("for int i in [0:9007199254740991] { }", "the loop over i runs"),
        Arguments.of(
            "for int i in [0:3000000] for int j in [0:3000000] { }", "steps of evaluation"),
        Arguments.of(
            "qubit[100] q; for int i in [0:3000] for int j in [0:3000] U(0, 0, 0) q;",
            "loop over i is unrolled"),
        Arguments.of(
            "qubit[100000] q; for int i in [0:99999] barrier q;", "loop over i is unrolled"),
        Arguments.of(
            "bit[100000] c; for int i in [0:99999] if (c == 0) { }", "loop over i is unrolled"),
        Arguments.of(
            "for int i in [0:4000000] { const float f = " + "1+".repeat(10_000) + "1; }",
            "steps of evaluation"),
        Arguments.of("qubit[1000000000] q;", "100000 qubits"),
        Arguments.of("bit[99999] a; bit[2] b;", "100000 bits"),
        Arguments.of("qubit[99999999999999999999999] q;", "whole number"),
        Arguments.of("qubit[" + "9".repeat(1_000_000) + "] q;", "10000 digits"),
        Arguments.of("U(0, 0, 0) $99999999999999999999;", "physical qubits go up to"),
        Arguments.of("U(0, 0, 0) $2147483648;", "physical qubits go up to"),
        Arguments.of("qubit[9] q; U(0, 0, 0) q[0:1000000000];", "out of range"),
        Arguments.of(HEAD + "qubit q; pow(1000000000) @ x q;", "5000000 instructions"),
        Arguments.of(HEAD + "qubit q; pow(1e300) @ x q;", "5000000 instructions"),
        Arguments.of(
            HEAD + "qubit q; " + "pow(1000) @ ".repeat(10) + "x q;", "5000000 instructions"),
        Arguments.of(HEAD + "qubit q; " + "inv @ ".repeat(100_000) + "x q;", "100 modifiers"),
        Arguments.of(HEAD + "qubit q; ctrl(1000000) @ x q;", "1 to 10000 controls"),
        Arguments.of(HEAD + "qubit q; ctrl(9000000000000) @ x q;", "1 to 10000 controls"),
        Arguments.of(
            HEAD
                + "gate g0 a { x a; } "
                + many(60, i -> "gate g" + (i + 1) + " a { g" + i + " a; g" + i + " a; } ")
                + "qubit q; g60 q;",
            "standard gates in its gate definitions"),
        Arguments.of(
            "gate g0 a { } "
                + many(60, i -> "gate g" + (i + 1) + " a { g" + i + " a; g" + i + " a; } ")
                + "qubit q; inv @ g60 q;",
            "5000000 instructions"),
        Arguments.of(
            HEAD
                + "gate g0(t) a { rx(t * t) a; } "
                + many(60, i -> "gate g" + (i + 1) + "(t) a { g" + i + "(t) a; g" + i + "(t) a; } ")
                + "qubit q; g60(1) q;",
            "the program has more than"),
        Arguments.of(
            "gate g0(t) a { for int i in [0:t * t] { } } "
                + many(60, i -> "gate g" + (i + 1) + "(t) a { g" + i + "(t) a; g" + i + "(t) a; } ")
                + "qubit q; g60(1) q;",
            "steps of evaluation"),
        Arguments.of(
            HEAD + "gate f(t) a { rx(t * t) a; f(t) a; } qubit q; f(1) q;", "is not defined"),
        Arguments.of(
            HEAD
                + "gate g0 a { x a; } "
                + many(10_000, i -> "gate g" + (i + 1) + " a { g" + i + " a; } ")
                + "qubit q; g10000 q;",
            "deeper than 200"),
        Arguments.of(
            HEAD
                + "gate g0(t) a { rx(t * t) a; } "
                + many(10_000, i -> "gate g" + (i + 1) + "(t) a { g" + i + "(t) a; } ")
                + "qubit q; g10000(1) q;",
            "deeper than 200"),
        Arguments.of(
            "qubit[100000] q; let a0 = q[0:99999]; "
                + many(1_000, i -> "let a" + (i + 1) + " = a" + i + "[0:99999]; "),
            "operands"),
        Arguments.of(
            "qubit q; let a0 = q; "
                + many(60, i -> "let a" + (i + 1) + " = a" + i + " ++ a" + i + "; "),
            "names a qubit twice"),
        Arguments.of("bit[2] c; if (" + "c[0] && ".repeat(100_000) + "c[1]) { }", "200 parts"),
        Arguments.of("bit c; if (" + "!".repeat(100_000) + "c) { }", "200 parts"),
        Arguments.of(
            many(1_000, i -> "input float a" + i + "; ")
                + "qubit q; U("
                + many(1_000, i -> "a" + i + " + ")
                + "0, 0, 0) q;",
            "256 parameters"),
        Arguments.of("qubit q; barrier q" + ", q".repeat(600_000) + ";", "1000000 words"),
        Arguments.of("qubit q; U(9**9**9**9**9, 0, 0) q;", "not a finite number"),
        Arguments.of("qubit q; U(1e308 * 10, 0, 0) q;", "not a finite number"),
        Arguments.of("input float a; qubit q; U(a * 1e308 * 10, 0, 0) q;", "must be finite"),
        Arguments.of("\0\uffff\ud800", "unexpected character"),
        Arguments.of("OPENQASM", "expected"),
        Arguments.of("OPENQASM " + "9".repeat(100_000), "versions 2.0 and 3.x"));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void refusesInTime(String text, String why) {
    Throwable refused =
        assertTimeoutPreemptively(PATIENCE, () -> catchThrowable(() -> QasmReader.read(text)));

    assertThat(refused).isInstanceOf(QasmSyntaxException.class).hasMessageContaining(why);
    assertThat(refused.getMessage().length()).isLessThan(600);
  }

  @Test
  void refusesAnOverlongText() {
    assertThat(catchThrowable(() -> QasmReader.read(" ".repeat((1 << 26) + 1))))
        .isInstanceOf(QasmSyntaxException.class)
        .hasMessageContaining("67108864 characters");
  }

  @Test
  void readsLongChainsOfOperators() {
    String chain =
        "1" + "+1".repeat(100_000) + "-1**1".repeat(50_000) + "*" + "-".repeat(50_000) + "1";

    assertThat(QasmReader.read("qubit q; U(" + chain + ", 0, 0) q;").instructions()).hasSize(1);
    assertThat(
            QasmReader.read("qubit q; U(" + "1**".repeat(100_000) + "1, 0, 0) q;").instructions())
        .hasSize(1);
  }

  @Test
  void readsAMillionInstructions() {
    String text = "qubit[5] q; for int i in [0:199999] U(0, 0, 0) q;";

    assertThat(assertTimeoutPreemptively(PATIENCE, () -> QasmReader.read(text)).instructions())
        .hasSize(1_000_000);
  }
}
