package io.qhyper.circuit;

/**
 * A named real number that a program leaves open: an {@code input} of the program, or a formal
 * parameter inside a gate definition.
 *
 * @param name an identifier: a letter or underscore, then letters, digits and underscores
 */
public record Parameter(String name) {
  public Parameter {
    Identifiers.check("parameter name", name);
  }

  @Override
  public String toString() {
    return name;
  }
}
