package io.qhyper.qasm;

import io.qhyper.circuit.Circuit;
import io.qhyper.circuit.ClassicalRegister;
import io.qhyper.circuit.Instruction;
import io.qhyper.circuit.Parameter;
import io.qhyper.circuit.QubitLabels;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What the statements read so far have declared. */
final class Program {
  /** The most qubits, and the most bits, of a program. */
  static final int MAX_WIDTH = 100_000;

  private final Budget budget = new Budget();
  private final List<ClassicalRegister> registers = new ArrayList<>();
  private final List<Parameter> parameters = new ArrayList<>();
  private int declaredQubits;
  private int physicalQubits;
  private int bits;

  Budget budget() {
    return budget;
  }

  /** Numbers a new qubit that is no register. */
  Selection declareQubit(Span span) {
    return Selection.one(firstOfNew(1, span));
  }

  /** Numbers the qubits of a new register. */
  Selection declareQubits(long size, Span span) {
    int first = firstOfNew(size, span);
    return Selection.many(IntStream.range(first, declaredQubits));
  }

  private int firstOfNew(long size, Span span) {
    if (physicalQubits > 0) {
      throw span.error("the program uses physical qubits ($0), it cannot declare others");
    }
    int first = declaredQubits;
    declaredQubits += checkedSize("qubits", size, declaredQubits, span);
    return first;
  }

  /** Numbers the bits of a new register. */
  ClassicalRegister declareBits(String name, long size, Span span) {
    int width = checkedSize("bits", size, bits, span);
    ClassicalRegister register = new ClassicalRegister(name, bits, width);
    registers.add(register);
    bits += width;
    return register;
  }

  private static int checkedSize(String what, long size, int before, Span span) {
    if (size < 1) {
      throw span.error("a register needs at least 1 place, got " + size);
    }
    if (size > MAX_WIDTH - before) {
      throw span.error("a program may have " + MAX_WIDTH + " " + what + ", got more");
    }
    return (int) size;
  }

  /** The physical qubit that an operand names. */
  Selection physical(Operand operand) {
    if (declaredQubits > 0) {
      throw operand
          .span()
          .error("the program declares qubits, it cannot use the physical " + operand.name());
    }
    String digits = operand.name().substring(1).replaceFirst("^0+(?=.)", "");
    if (digits.length() > 6 || Integer.parseInt(digits) >= MAX_WIDTH) {
      throw operand.span().error("physical qubits go up to $" + (MAX_WIDTH - 1));
    }
    int number = Integer.parseInt(digits);
    physicalQubits = Math.max(physicalQubits, number + 1);
    return Selection.one(number);
  }

  void declareInput(Parameter parameter) {
    parameters.add(parameter);
  }

  /** How many qubits are known so far. */
  int qubits() {
    return Math.max(declaredQubits, physicalQubits);
  }

  /** The circuit of the given steps. */
  Circuit circuit(List<Instruction> steps) {
    return new Circuit(
        physicalQubits > 0 ? QubitLabels.PHYSICAL : QubitLabels.VIRTUAL,
        qubits(),
        registers,
        parameters,
        steps);
  }
}
