package io.qhyper.circuit;

import java.util.regex.Pattern;

/** The shape that names of parameters, registers and gates have in every OpenQASM version. */
final class Identifiers {
  private static final Pattern SHAPE = Pattern.compile("[\\p{L}_][\\p{L}0-9_]*");

  private Identifiers() {}

  static void check(String what, String name) {
    if (!SHAPE.matcher(name).matches()) {
      throw new IllegalArgumentException(
          what
              + " must be a letter or underscore and then letters, digits or underscores, got '"
              + name
              + "'");
    }
  }
}
