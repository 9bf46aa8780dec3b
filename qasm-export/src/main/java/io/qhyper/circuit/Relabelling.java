package io.qhyper.circuit;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;

/**
 * What a step looks like elsewhere: its angles and qubits replaced one by one.
 *
 * @param angles the new angle for each old one
 * @param qubits the new label for each old one
 */
public record Relabelling(Function<Angle, Angle> angles, IntUnaryOperator qubits) {

  /** Replaces every angle by its number under a binding. */
  public static Relabelling binding(Binding binding) {
    return new Relabelling(angle -> Angle.of(angle.value(binding)), IntUnaryOperator.identity());
  }

  List<Angle> angles(List<Angle> old) {
    return old.stream().map(angles).toList();
  }

  List<Integer> qubits(List<Integer> old) {
    return old.stream().map(q -> qubits.applyAsInt(q)).toList();
  }
}
