package io.qhyper.qasm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.qhyper.circuit.Circuit;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Damaged texts: they are read or refused, nothing else happens. */
class QasmReaderFuzzTest {
  private static final int TRIALS = 4_000;

  private static final String VERSION_3 =
      """
      OPENQASM 3.0;
      include "stdgates.inc";
      input float[64] theta; const int n = 2 ** 2; const bool on = true;
      qubit[4] q; qubit[2] r; bit[4] c; bit d;
      let a = q[0:2:3] ++ r[{0, -1}];
      gate g(x, y) u, v { rx(x - y / 2) u; ctrl @ ry(pi * x) u, v; for int i in [0:1] x v; }
      gate f(x) u { rz(sin(x) ** 2) u; }
      gate rzz(t) u, v { cx u, v; rz(t) v; cx u, v; }
      g(theta, 1.5e-3) q[0], q[1]; f(0.25) a; rzz(-theta) q[0], r[1];
      negctrl(2) @ inv @ pow(1/2) @ x q[0], q[1], q[2]; ctrl @ gphase(0x1F) r[0];
      for uint[8] i in {0, 2} { x q[i]; if (c[i] == 1) reset q[i]; }
      barrier q, r; delay[100ns] q[n - 1];
      c = measure q; measure r[0] -> d;
      if (c == 5 && !d || c != "0101") { z q[0]; } else if (on) y q; else { }
      """;

  private static final String VERSION_2 =
      """
      OPENQASM 2.0;
      include "qelib1.inc";
      qreg q[3]; creg c[3];
      gate g(a, b) x, y { U(a, -b, pi / 2) x; CX x, y; barrier x; }
      opaque o(a) x;
      g(sin(0.5) ^ 2, 3) q[0], q[1]; cu3(1, 2, 3) q[1], q[2]; rccx q[0], q[1], q[2];
      barrier q; reset q[0]; measure q -> c; if (c == 3) x q;
      """;

  private static final String[] WORDS = {
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    ";",
    ",",
    ":",
    "=",
    "->",
    "@",
    "++",
    "-",
    "**",
    "==",
    "!",
    "&&",
    "ctrl",
    "inv",
    "pow",
    "measure",
    "if",
    "else",
    "for",
    "in",
    "gate",
    "qubit",
    "bit",
    "let",
    "q",
    "c",
    "r",
    "theta",
    "n",
    "0",
    "1",
    "-1",
    "99999999999",
    "1e400",
    "0.5",
    "$3",
    "$q",
    "pi",
    "sin",
    "while",
    "def",
    "\"",
    "/*",
    "//",
    "\n",
    "é",
    "\u0000",
    "😀",
    "2ns",
    "true",
    "bool",
    "int"
  };

  @ParameterizedTest
  @ValueSource(strings = {VERSION_2, VERSION_3})
  void readsOrRefusesDamagedText(String valid) {
    assertThat(QasmReader.read(valid).instructions()).isNotEmpty();
    Random random = new Random(20_261_123);
    int read = 0;
    for (int trial = 0; trial < TRIALS; trial++) {
      String text = damaged(valid, random);
      Circuit[] circuit = new Circuit[1];

      Throwable thrown = catchThrowable(() -> circuit[0] = QasmReader.read(text));

      if (thrown == null) {
        assertThat(circuit[0]).isNotNull();
        read++;
      } else {
        assertThat(thrown).as(text).isInstanceOf(QasmSyntaxException.class);
        assertPointsIntoTheText((QasmSyntaxException) thrown, text);
      }
    }
    assertThat(read).as("texts that survived").isBetween(1, TRIALS - 1);
  }

  private static void assertPointsIntoTheText(QasmSyntaxException refused, String text) {
    String[] lines = text.split("\n", -1);
    String[] message = refused.getMessage().split("\n", -1);

    assertThat(refused.line()).as(text).isBetween(1, lines.length);
    assertThat(refused.column()).as(text).isBetween(1, lines[refused.line() - 1].length() + 1);
    assertThat(message).as(refused.getMessage()).hasSize(3);
    assertThat(message[0]).startsWith(refused.line() + ":" + refused.column() + ": ");
    assertThat(message[2]).contains("^");
  }

  private static String damaged(String valid, Random random) {
    StringBuilder text = new StringBuilder(valid);
    int wounds = 1 + random.nextInt(3);
    for (int i = 0; i < wounds; i++) {
      int at = random.nextInt(text.length());
      int to = Math.min(text.length(), at + random.nextInt(8));
      switch (random.nextInt(4)) {
        case 0 -> text.delete(at, to);
        case 1 -> text.insert(at, WORDS[random.nextInt(WORDS.length)] + " ");
        case 2 -> text.replace(at, to, WORDS[random.nextInt(WORDS.length)]);
        default -> text.insert(at, text.substring(at, to));
      }
    }
    return text.toString();
  }
}
