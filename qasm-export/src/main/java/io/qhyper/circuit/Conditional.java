package io.qhyper.circuit;

import java.util.List;
import java.util.stream.Stream;

/**
 * Runs one of two sequences, by classical bits measured so far.
 *
 * @param condition what decides
 * @param then run where the condition holds
 * @param otherwise run where it does not; may be empty
 */
public record Conditional(Condition condition, List<Instruction> then, List<Instruction> otherwise)
    implements Instruction {
  public Conditional {
    then = List.copyOf(then);
    otherwise = List.copyOf(otherwise);
  }

  @Override
  public List<Integer> qubits() {
    return Stream.concat(then.stream(), otherwise.stream())
        .flatMap(instruction -> instruction.qubits().stream())
        .distinct()
        .toList();
  }

  @Override
  public Conditional mapped(Relabelling relabelling) {
    return new Conditional(
        condition,
        then.stream().map(step -> step.mapped(relabelling)).toList(),
        otherwise.stream().map(step -> step.mapped(relabelling)).toList());
  }
}
