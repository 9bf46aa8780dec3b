package io.qhyper.qasm;

import java.util.Set;
import java.util.regex.Pattern;

/** The names that programs of one version must not declare. */
enum ReservedWords {
  VERSION_2(
      "OPENQASM include qreg creg gate opaque barrier if measure reset pi U CX sin cos tan exp ln "
          + "sqrt",
      "[a-z][A-Za-z0-9_]*"),
  VERSION_3(
      "OPENQASM include pragma defcalgrammar def cal defcal gate extern box let break continue if "
          + "else end return for while in switch case default input output const readonly mutable "
          + "qreg qubit creg bool bit int uint float angle complex array void duration stretch "
          + "gphase inv pow ctrl negctrl dim durationof delay reset measure barrier true false im "
          + "pi π tau τ euler ℇ U CX sin cos tan arcsin arccos arctan exp log ln sqrt ceiling floor "
          + "mod popcount real imag rotl rotr sizeof nop opaque",
      ".*");

  /** IBM's service builds Python objects from a program and refuses these (fact sheet, 4.1). */
  private static final Set<String> PYTHON =
      Set.of(
          ("False None True and as assert async await class def del elif except finally from global "
                  + "import is lambda nonlocal not or pass raise try with yield")
              .split(" "));

  @SuppressWarnings("ImmutableEnumChecker") // Set.of is immutable
  private final Set<String> words;

  private final Pattern shape;

  ReservedWords(String words, String shape) {
    this.words = Set.of(words.split(" "));
    this.shape = Pattern.compile(shape);
  }

  /**
   * Checks a name that the whole program sees.
   *
   * @throws IllegalArgumentException if it cannot be declared
   */
  void checkGlobal(String what, String name) {
    if (PYTHON.contains(name)) {
      throw new IllegalArgumentException(
          what + " '" + name + "': IBM's service refuses words of Python; choose another name");
    }
    checkLocal(what, name);
  }

  /**
   * Checks a name that only one gate's body sees.
   *
   * @throws IllegalArgumentException if it cannot be declared
   */
  void checkLocal(String what, String name) {
    if (words.contains(name)) {
      throw new IllegalArgumentException(
          what
              + " '"
              + name
              + "' is a reserved word of OpenQASM "
              + number()
              + "; choose another name");
    }
    if (!shape.matcher(name).matches()) {
      throw new IllegalArgumentException(
          what
              + " '"
              + name
              + "': OpenQASM 2 names start with a lower-case letter and hold letters, digits and "
              + "underscores only");
    }
  }

  private int number() {
    return this == VERSION_2 ? 2 : 3;
  }
}
