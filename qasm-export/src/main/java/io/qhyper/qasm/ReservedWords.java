package io.qhyper.qasm;

import java.util.Set;
import java.util.regex.Pattern;

/** Names that a program must not declare. */
final class ReservedWords {
  private static final Set<String> VERSION_3 =
      Set.of(
          ("OPENQASM include pragma defcalgrammar def cal defcal gate extern box let break continue "
                  + "if else end return for while in switch case default input output const "
                  + "readonly mutable qreg qubit creg bool bit int uint float angle complex array "
                  + "void duration stretch gphase inv pow ctrl negctrl dim durationof delay reset "
                  + "measure barrier true false im pi tau euler U CX sin cos tan arcsin arccos "
                  + "arctan exp log ln sqrt ceiling floor mod popcount real imag rotl rotr sizeof "
                  + "nop opaque")
              .split(" "));

  /** IBM's service builds Python objects from a program and refuses these (fact sheet, 4.1). */
  private static final Set<String> PYTHON =
      Set.of(
          ("False None True and as assert async await class del elif except finally from global "
                  + "import is lambda nonlocal not or pass raise try with yield")
              .split(" "));

  private static final Set<String> VERSION_2 =
      Set.of(
          ("OPENQASM include qreg creg gate opaque barrier if measure reset pi U CX sin cos tan exp "
                  + "ln sqrt")
              .split(" "));
  private static final Pattern VERSION_2_SHAPE = Pattern.compile("[a-z][A-Za-z0-9_]*");

  private ReservedWords() {}

  static void checkVersion3(String name) {
    if (VERSION_3.contains(name) || PYTHON.contains(name)) {
      throw new IllegalArgumentException(
          "'" + name + "' is a reserved word of OpenQASM 3 or its tools; choose another name");
    }
  }

  static void checkVersion2(String name) {
    if (VERSION_2.contains(name) || PYTHON.contains(name)) {
      throw new IllegalArgumentException(
          "'" + name + "' is a reserved word of OpenQASM 2 or its tools; choose another name");
    }
    if (!VERSION_2_SHAPE.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "OpenQASM 2 names start with a lower-case letter and hold letters, digits and "
              + "underscores, got '"
              + name
              + "'");
    }
  }
}
