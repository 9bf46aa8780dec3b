package io.qhyper.circuit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Builds a {@link Circuit} step by step; inputs are declared when they first occur. */
public final class CircuitBuilder {
  private final int qubits;
  private final List<ClassicalRegister> registers = new ArrayList<>();
  private final Set<Parameter> parameters = new LinkedHashSet<>();
  private final List<Instruction> instructions = new ArrayList<>();

  CircuitBuilder(int qubits) {
    this.qubits = qubits;
  }

  /** Declares inputs, in the order in which rows of values give them. */
  public CircuitBuilder parameters(List<Parameter> inputs) {
    parameters.addAll(inputs);
    return this;
  }

  /** Appends a step. */
  public CircuitBuilder add(Instruction step) {
    declareInputs(step);
    instructions.add(step);
    return this;
  }

  private void declareInputs(Instruction step) {
    if (step instanceof GateCall call) {
      call.angles().forEach(a -> a.terms().forEach(term -> parameters.add(term.parameter())));
    } else if (step instanceof Conditional conditional) {
      conditional.then().forEach(this::declareInputs);
      conditional.otherwise().forEach(this::declareInputs);
    }
  }

  /** Appends a gate without angles. */
  public CircuitBuilder gate(Gate gate, Integer... onQubits) {
    return add(GateCall.of(gate, List.of(), onQubits));
  }

  /** Appends a gate with one angle. */
  public CircuitBuilder gate(Gate gate, Angle angle, Integer... onQubits) {
    return add(GateCall.of(gate, List.of(angle), onQubits));
  }

  /** Declares a classical register. */
  public CircuitBuilder register(String name, int width) {
    int offset = registers.stream().mapToInt(ClassicalRegister::width).sum();
    registers.add(new ClassicalRegister(name, offset, width));
    return this;
  }

  /** Declares a register as wide as the circuit and measures qubit i into its bit i. */
  public CircuitBuilder measureAll(String name) {
    register(name, qubits);
    int offset = registers.get(registers.size() - 1).offset();
    for (int qubit = 0; qubit < qubits; qubit++) {
      add(new Measure(qubit, offset + qubit));
    }
    return this;
  }

  /** The circuit so far. */
  public Circuit build() {
    return new Circuit(
        QubitLabels.VIRTUAL, qubits, registers, List.copyOf(parameters), instructions);
  }
}
