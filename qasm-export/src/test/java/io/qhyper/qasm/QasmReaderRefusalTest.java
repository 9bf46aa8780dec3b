package io.qhyper.qasm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where and how text is refused: the carets stand under what «» marks. */
class QasmReaderRefusalTest {
  private static final String HEAD =
      """
      OPENQASM 3.0;
      include "stdgates.inc";
      qubit[3] q; qubit single; bit[2] c; bit b; input float theta; const int n = 3;
      gate curved(a) x { rx(a * a) x; }
      """;

  private static QasmSyntaxException refusal(String text) {
    QasmSyntaxException refused =
        catchThrowableOfType(QasmSyntaxException.class, () -> QasmReader.read(text));
    assertThat(refused).as(text).isNotNull();
    return refused;
  }

  private static void assertRefused(String head, String marked, String why) {
    int start = marked.indexOf('«');
    int length = marked.indexOf('»') - start - 1;
    String line = marked.replace("«", "").replace("»", "");
    int number = (int) head.chars().filter(c -> c == '\n').count() + 1;

    QasmSyntaxException refused = refusal(head + line);

    assertThat(refused.getMessage())
        .isEqualTo(
            number
                + ":"
                + (start + 1)
                + ": "
                + why
                + "\n"
                + line
                + "\n"
                + " ".repeat(start)
                + "^".repeat(length));
    assertThat(refused.line()).isEqualTo(number);
    assertThat(refused.column()).isEqualTo(start + 1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "«def» f(int a) { return a; } # subroutines ('def') are not supported",
        "  «defcal» x $0 { } # calibrations ('defcal') are not supported",
        "«cal» { } # calibrations ('cal') are not supported",
        "«defcalgrammar» 'openpulse'; # calibrations ('defcalgrammar') are not supported",
        "«while» (b) { x q[0]; } # 'while' loops are not supported",
        "«switch» (n) { } # 'switch' statements are not supported",
        "«extern» f(int) -> int; # 'extern' is not supported",
        "«output» float y; # outputs ('output') are not supported",
        "«array»[int, 3] a; # arrays ('array') are not supported",
        "input «array»[float[64], 3] a; # arrays ('array') are not supported",
        "«box» { x q[0]; } # 'box' is not supported",
        "«pragma» keep # pragmas ('pragma') are not supported",
        "«@»note x q[0]; # annotations ('@') are not supported",
        "«return» 1; # 'return' is not supported",
        "«end»; # 'end' is not supported",
        "for int i in [0:1] { «break»; } # 'break' is not supported",
        "for int i in [0:1] { «continue»; } # 'continue' is not supported",
        "«int»[32] a = 5; # classical variables ('int') are not supported",
        "«float» a; # classical variables ('float') are not supported",
        "«bool» a = true; # classical variables ('bool') are not supported",
        "«complex»[float] a; # complex numbers ('complex') are not supported",
        "«duration» d = 3ns; # timing variables ('duration') are not supported",
        "«stretch» s; # timing variables ('stretch') are not supported",
        "n «+=» 1; # '+=' is not supported",
        "if (c «&» 1) x q[0]; # '&' is not supported",
        "rx(1 «^» 2) q[0]; # '^' is not supported",
        "rx(«2im») q[0]; # complex numbers ('2im') are not supported",
        "«c = 1;» # assignments of values are not supported: bits can only be measured into",
        "bit d = «0»; # assignments of values are not supported: bits can only be measured into",
        "input «int»[32] m; # inputs of type 'int' are not supported: use float[64] or angle",
        "input «bit» m; # inputs of type 'bit' are not supported: use float[64] or angle",
        "const «duration» d = 3ns; # constants of type 'duration' are not supported: use int, uint, float, angle or bool",
        "«measure q[0];» # the result of 'measure' is lost: write 'c = measure q;' or 'measure q -> c;'",
        "include «\"mine.inc\"»; # cannot include 'mine.inc': only 'stdgates.inc' and 'qelib1.inc' are built in",
        "gate g a { «measure a;» } # 'measure' is not allowed in a gate body: it may only call gates",
        "gate g a { «reset a;» } # 'reset' is not allowed in a gate body: it may only call gates",
        "gate g a { rx(«theta») a; } # a gate body cannot use 'theta', an input of the program: make it a parameter of the gate",
        "gate g a { cx a, «single»; } # a gate body cannot use 'single', a qubit of the program: make it a parameter of the gate",
        "gate g a { x «$0»; } # a gate body cannot use physical qubits: make it a parameter",
        "if (b) { «qubit r;» } # a declaration of qubits must not stand in a block"
      })
  void refusesByName(String marked, String why) {
    assertRefused(HEAD, marked, why);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "x q[0] «x» q[1]; # expected ';', got 'x'",
        "rx(2 * «)» q[0]; # expected an expression, got ')'",
        "qubit[2] «;» # expected a name, got ';'",
        "qubit «measure»; # expected a name, got 'measure'",
        "«)» # expected a statement, got ')'",
        "for int i in «c» x q[0]; # expected '[' or '{', got 'c'",
        "«OPENQASM» 3.0; # expected a statement, got 'OPENQASM'",
        "x q[0]; «/»* open # this comment is not closed: '*/' is missing",
        "include «\"»open # this text is not closed: a quotation mark is missing",
        "x «?» q[0]; # unexpected character '?'"
      })
  void saysWhatItExpected(String marked, String why) {
    String text = marked.replace("«/»*", "«/*»");
    assertRefused(HEAD, text, why);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "«rzz»(1) q[0], q[1]; # gate 'rzz' is not defined; include \"qelib1.inc\" or define it with 'gate rzz … { … }'",
        "«mine» q[0]; # gate 'mine' is not defined; define it with 'gate mine … { … }' before it is called",
        "«n» q[0]; # 'n' is a constant, not a gate",
        "«rx» q[0]; # gate 'rx' takes 1 angle, got 0",
        "«cx» q[0]; # gate 'cx' takes 2 qubits, got 1",
        "ctrl @ «x» q[0]; # gate 'x' takes 1 qubit and 1 for its modifiers, got 1",
        "cx q[0], «q[0]»; # gate 'cx' needs different qubits, this one comes twice",
        "x «nothing»; # 'nothing' is not declared",
        "x «c»; # expected qubits, 'c' is a classical register",
        "x q[«3»]; # index 3 is out of range: 'q' has the places 0 to 2",
        "x q[«-4»]; # index -4 is out of range: 'q' has the places 0 to 2",
        "x q[«1.5»]; # expected a whole number, got 1.5",
        "x single[«0»]; # 'single' is one place here and takes no index",
        "x q«[0:0:2]»; # the step of a range must not be 0",
        "qubit[2] r; cx q, «r»; # registers of one statement must agree in size: got 3 and 2",
        "«c = measure q;» # cannot measure 3 qubits into 2 bits",
        "x «$0»; # the program declares qubits, it cannot use the physical $0",
        "qubit «q»; # 'q' is already declared, as a quantum register",
        "const int «pi» = 3; # 'pi' is a built-in constant: choose another name",
        "gate «h» a { } # gate 'h' is already defined by the library",
        "gate g a, «a» { } # 'a' is declared twice by this gate",
        "«let d = q[0:1] ++ q[1];» # the alias 'd' names a qubit twice",
        "rx(sin(«theta»)) q[0]; # this must be a constant, but depends on 'theta': angles may only add parameters up, with constant factors",
        "rx(theta * «theta») q[0]; # this must be a constant, but depends on 'theta': angles may only add parameters up, with constant factors",
        "curved(«theta») q[0]; # gate 'curved' does more than add parameters up: it needs numbers here, but this depends on 'theta'",
        "rx(1 / «0») q[0]; # division by zero",
        "rx(«sqrt(-1)») q[0]; # the result is not a finite number",
        "rx(«1e999») q[0]; # the number '1e999' is too large",
        "rx(«mystery(1)») q[0]; # the function 'mystery' is not known",
        "rx(«sin(1, 2)») q[0]; # 'sin' takes 1 argument, got 2",
        "rx(«c») q[0]; # 'c' is a classical register: it can be asked for in 'if' with !, &&, ||, == and != only",
        "if («q») x q[0]; # expected a number, 'q' is a quantum register",
        "if («c» < 2) x q[0]; # 'c' is a classical register: it can be asked for in 'if' with !, &&, ||, == and != only",
        "if («c[0:1]») x q[0]; # a condition asks for one bit or a whole register, not a part",
        "«pow(0.5) @» swap q[0], q[1]; # 'swap' can only be raised to whole numbers, got 0.5: other powers need a standard gate on one qubit",
        "«ctrl(0) @» x q[0]; # a gate takes 1 to 10000 controls, got 0",
        "delay[«5»] q[0]; # expected a duration such as 100ns or 3dt",
        "delay[«-5ns»] q[0]; # a delay must not be negative, got -5.0",
        "for «float» i in [0:1] x q[0]; # the variable of a 'for' loop must be 'int' or 'uint'",
        "const uint[8] m = «-1»; # a 'uint' must not be negative, got -1",
        "qubit[«0»] r; # a register needs at least 1 place, got 0",
        "rx(«true») q[0]; # expected a number"
      })
  void saysWhatIsWrong(String marked, String why) {
    assertRefused(HEAD, marked, why);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "«never» q[0]; # gate 'never' is opaque: nothing says what it does",
        "measure q[0]«;» # expected '->', got ';'",
        "x «$»0; # unexpected character '$'",
        "«while»(b) q[0]; # gate 'while' is not defined; define it with 'gate while … { … }' before it is called",
        "if(c==«x») x q[0]; # expected a whole number, got 'x'"
      })
  void refusesInVersion2(String marked, String why) {
    assertRefused(
        "OPENQASM 2.0;\ninclude \"qelib1.inc\";\nqreg q[1]; creg c[1]; opaque never a;\n",
        marked,
        why);
  }

  @ParameterizedTest
  @ValueSource(strings = {"OPENQASM 1.0;", "OPENQASM 4;", "OPENQASM 2.5;"})
  void refusesOtherVersions(String header) {
    assertThat(refusal(header)).hasMessageContaining("versions 2.0 and 3.x can be read");
  }

  @Test
  void refusesPhysicalQubitsBeforeDeclaredOnes() {
    assertRefused(
        "U(0, 0, 0) $1;\n",
        "qubit «r»;",
        "the program uses physical qubits ($0), it cannot declare others");
  }

  @Test
  void pointsAtTheEndOfTheText() {
    assertThat(refusal("qubit q").getMessage())
        .isEqualTo("1:8: expected ';', got the end of the text\nqubit q\n       ^");
  }

  @Test
  void keepsTabsAboveTheCarets() {
    assertThat(refusal("qubit q;\n\tU(0,\t0) q;").getMessage())
        .isEqualTo("2:2: gate 'U' takes 3 angles, got 2\n\tU(0,\t0) q;\n\t^");
  }

  @Test
  void cutsLongLinesAroundTheOffence() {
    String text = "qubit q;" + " ".repeat(5_000) + "x q;" + " ".repeat(5_000) + "U(0, 0, 0) q;";

    String[] message = refusal(text).getMessage().split("\n", -1);

    assertThat(message[0]).startsWith("1:5009: gate 'x' is not defined");
    assertThat(message[1]).isEqualTo("…" + " ".repeat(60) + "x q;" + " ".repeat(36) + "…");
    assertThat(message[2]).isEqualTo(" ".repeat(61) + "^");
  }

  @Test
  void showsNoControlCharacters() {
    assertThat(refusal("qubit q; \u001b[31mx q;").getMessage())
        .doesNotContain("\u001b")
        .contains("qubit q; ?[31mx q;");
  }

  @Test
  void countsCharactersAndNotCodeUnits() {
    assertThat(refusal("/* 😀😀 */ x q;").column()).isEqualTo(10);
  }
}
