package io.qhyper.circuit;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A program: qubits that start in |0…0⟩, classical registers that start at 0, and steps.
 *
 * @param labels what qubit numbers mean
 * @param qubits number of qubits; numbers run from 0 to qubits−1
 * @param registers classical registers, numbered through: each starts where the one before ends
 * @param parameters the inputs, in the order in which rows of values give them; all that occur
 * @param instructions the steps in order
 */
public record Circuit(
    QubitLabels labels,
    int qubits,
    List<ClassicalRegister> registers,
    List<Parameter> parameters,
    List<Instruction> instructions) {

  public Circuit {
    registers = List.copyOf(registers);
    parameters = List.copyOf(parameters);
    instructions = List.copyOf(instructions);
    if (qubits < 0) {
      throw new IllegalArgumentException("number of qubits must not be negative, got " + qubits);
    }
    Set<String> names = new HashSet<>();
    int bits = 0;
    for (ClassicalRegister register : registers) {
      if (register.offset() != bits) {
        throw new IllegalArgumentException(
            "register "
                + register.name()
                + " must start at bit "
                + bits
                + ", got "
                + register.offset());
      }
      bits += register.width();
      requireNew(names, register.name());
    }
    parameters.forEach(parameter -> requireNew(names, parameter.name()));
    new CircuitChecks(qubits, bits, registers, Set.copyOf(parameters)).check(instructions);
  }

  private static void requireNew(Set<String> names, String name) {
    if (!names.add(name)) {
      throw new IllegalArgumentException("the name " + name + " is declared twice");
    }
  }

  /** A builder for a circuit on virtual qubits. */
  public static CircuitBuilder builder(int qubits) {
    return new CircuitBuilder(qubits);
  }

  /** Number of classical bits in all registers. */
  public int bits() {
    return registers.stream().mapToInt(ClassicalRegister::width).sum();
  }

  /** The same circuit with other steps; inputs that no longer occur stay declared. */
  public Circuit withInstructions(List<Instruction> steps) {
    return new Circuit(labels, qubits, registers, parameters, steps);
  }

  /** The circuit with numbers in place of its inputs. */
  public Circuit bind(Binding binding) {
    Relabelling bound = Relabelling.binding(binding);
    return new Circuit(
        labels,
        qubits,
        registers,
        List.of(),
        instructions.stream().map(step -> step.mapped(bound)).toList());
  }

  /**
   * The same circuit with every definition replaced by the standard gates that it stands for.
   *
   * @throws IllegalArgumentException if that would take more than 5 000 000 gates; no time or
   *     memory is spent then
   */
  public Circuit flattened() {
    return withInstructions(Flattening.flatten(instructions));
  }
}
