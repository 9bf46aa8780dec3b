package io.qhyper.circuit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;

/**
 * A user's {@code gate}: a name for a sequence of calls on formal qubits 0 … n−1.
 *
 * <p>Immutable. Definitions nest, so a short text can stand for a very long circuit: {@link
 * #expandedSize} says how long without expanding it.
 */
public final class GateDefinition implements Gate {
  private final String name;
  private final List<Parameter> parameters;
  private final int qubitCount;
  private final List<GateCall> body;
  private final long expandedSize;
  private final int depth;
  private final int hash;
  private GateDefinition inverse; // made when first asked for; guarded by this

  /**
   * A definition.
   *
   * @param parameters formal parameters, in the order in which calls give angles
   * @param qubitCount number of formal qubits, at least 1
   * @param body calls on formal qubits, with angles in the formal parameters only
   * @throws IllegalArgumentException if there is no qubit, a formal parameter occurs twice, or the
   *     body names a qubit or parameter that is not formal
   */
  public GateDefinition(
      String name, List<Parameter> parameters, int qubitCount, List<GateCall> body) {
    Identifiers.check("gate name", name);
    if (qubitCount < 1) {
      throw new IllegalArgumentException(
          "gate " + name + " needs at least 1 qubit, got " + qubitCount);
    }
    if (new HashSet<>(parameters).size() != parameters.size()) {
      throw new IllegalArgumentException(
          "gate " + name + " needs different parameters, got " + parameters);
    }
    this.name = name;
    this.parameters = List.copyOf(parameters);
    this.qubitCount = qubitCount;
    this.body = List.copyOf(body);
    long size = 0;
    int deepest = 0;
    for (GateCall call : this.body) {
      check(call);
      size = saturatedSum(size, size(call));
      deepest = Math.max(deepest, call.gate() instanceof GateDefinition inner ? inner.depth : 0);
    }
    this.expandedSize = Math.max(1, size);
    this.depth = deepest + 1;
    this.hash = Objects.hash(name, this.parameters, qubitCount, this.body);
  }

  private static long saturatedSum(long a, long b) {
    return a > Long.MAX_VALUE - b ? Long.MAX_VALUE : a + b;
  }

  /** How many standard gates a call stands for, saturating at {@link Long#MAX_VALUE}. */
  static long size(GateCall call) {
    return call.gate() instanceof GateDefinition definition ? definition.expandedSize : 1;
  }

  private void check(GateCall call) {
    for (int qubit : call.qubits()) {
      if (qubit < 0 || qubit >= qubitCount) {
        throw new IllegalArgumentException(
            "gate " + name + " has " + qubitCount + " qubits, its body names qubit " + qubit);
      }
    }
    for (Angle angle : call.angles()) {
      for (Angle.Term term : angle.terms()) {
        if (!parameters.contains(term.parameter())) {
          throw new IllegalArgumentException(
              "gate "
                  + name
                  + " has parameters "
                  + parameters
                  + ", its body names "
                  + term.parameter());
        }
      }
    }
  }

  @Override
  public String text() {
    return name;
  }

  @Override
  public int angleCount() {
    return parameters.size();
  }

  @Override
  public int qubitCount() {
    return qubitCount;
  }

  /** The formal parameters. */
  public List<Parameter> parameters() {
    return parameters;
  }

  /** The calls that the name stands for. */
  public List<GateCall> body() {
    return body;
  }

  /**
   * How many standard gates the name stands for, saturating at {@link Long#MAX_VALUE}; an empty
   * body counts as one, since expanding it takes a step too.
   */
  public long expandedSize() {
    return expandedSize;
  }

  /**
   * How many definitions call each other in a row, this one included; 1 for standard calls only.
   */
  public int depth() {
    return depth;
  }

  /**
   * The definition whose calls undo this one's, always the same one; its name ends in {@code _dg},
   * and its own inverse is this definition. Cost: the length of all definitions called, once.
   */
  public synchronized GateDefinition inverse() {
    if (inverse == null) {
      inverse = inverted();
      inverse.inverse = this;
    }
    return inverse;
  }

  private GateDefinition inverted() {
    List<GateCall> inverses = new ArrayList<>();
    body.forEach(call -> inverses.add(call.inverse()));
    Collections.reverse(inverses);
    String inverseName = name.endsWith("_dg") ? name.substring(0, name.length() - 3) : name + "_dg";
    return new GateDefinition(inverseName, parameters, qubitCount, inverses);
  }

  @Override
  public boolean equals(Object object) {
    return this == object
        || (object instanceof GateDefinition other
            && hash == other.hash
            && expandedSize == other.expandedSize
            && qubitCount == other.qubitCount
            && name.equals(other.name)
            && parameters.equals(other.parameters)
            && body.equals(other.body));
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public String toString() {
    // Without the body: nested ones would make the text explode.
    return "gate " + name + parameters + " on " + qubitCount + " qubits";
  }
}
