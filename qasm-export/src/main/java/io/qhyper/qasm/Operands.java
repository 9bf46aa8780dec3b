package io.qhyper.qasm;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Finds out which qubits and bits the operands of a statement are. */
final class Operands {
  private final Program program;
  private final Evaluator evaluator;

  Operands(Program program, Evaluator evaluator) {
    this.program = program;
    this.evaluator = evaluator;
  }

  /** The qubits that an operand names. */
  Selection qubits(Operand operand) {
    if (operand.isPhysical()) {
      if (!evaluator.scope().seesProgram()) {
        throw operand.span().error("a gate body cannot use physical qubits: make it a parameter");
      }
      return program.physical(operand);
    }
    Symbol symbol = evaluator.scope().resolve(operand.name(), operand.span());
    if (symbol instanceof Symbol.Qubits qubits) {
      return pick(qubits.selection(), operand);
    }
    throw operand.span().error("expected qubits, '" + operand.name() + "' is " + symbol.kind());
  }

  /** The bits that an operand names. */
  Selection bits(Operand operand) {
    if (!operand.isPhysical()) {
      Symbol symbol = evaluator.scope().resolve(operand.name(), operand.span());
      if (symbol instanceof Symbol.Bits bits) {
        return pick(bits.selection(), operand);
      }
      throw operand.span().error("expected bits, '" + operand.name() + "' is " + symbol.kind());
    }
    throw operand.span().error("expected bits, '" + operand.name() + "' is a physical qubit");
  }

  /** The qubits of all operands in order, each once. */
  List<Integer> distinctQubits(List<Operand> operands) {
    Set<Integer> seen = new HashSet<>();
    IntStream.Builder all = IntStream.builder();
    for (Operand operand : operands) {
      Selection qubits = qubits(operand);
      program.budget().steps(qubits.size(), operand.span());
      qubits.stream().filter(seen::add).forEach(all);
    }
    return all.build().boxed().toList();
  }

  private Selection pick(Selection whole, Operand operand) {
    Selection picked = whole;
    for (Operand.Index index : operand.indices()) {
      if (picked.isSingle()) {
        throw index.span().error("'" + operand.name() + "' is one place here and takes no index");
      }
      picked = pick(picked, index, operand.name());
    }
    return picked;
  }

  private Selection pick(Selection from, Operand.Index index, String name) {
    if (index instanceof Operand.At at) {
      return Selection.one(from.get(place(from, at.place(), name)));
    }
    if (index instanceof Operand.Places list) {
      program.budget().steps(list.places().size(), list.span());
      return Selection.many(
          list.places().stream().mapToInt(place -> from.get(place(from, place, name))));
    }
    return slice(from, (Operand.Range) index, name);
  }

  private int place(Selection from, Expression expression, String name) {
    long index = evaluator.whole(expression);
    int size = from.size();
    if (index < -size || index >= size) {
      throw expression
          .span()
          .error(
              "index "
                  + index
                  + " is out of range: '"
                  + name
                  + "' has the places 0 to "
                  + (size - 1));
    }
    return (int) (index < 0 ? index + size : index);
  }

  private Selection slice(Selection from, Operand.Range range, String name) {
    long step = range.step().map(evaluator::whole).orElse(1L);
    if (step == 0) {
      throw range.span().error("the step of a range must not be 0");
    }
    int end = from.size() - 1;
    int first = range.first().map(e -> place(from, e, name)).orElse(step > 0 ? 0 : end);
    int last = range.last().map(e -> place(from, e, name)).orElse(step > 0 ? end : 0);
    if ((last - first) * Long.signum(step) < 0) {
      throw range.span().error("the range is empty");
    }
    long count = (last - first) / step + 1;
    program.budget().steps(count, range.span());
    return Selection.many(
        IntStream.range(0, (int) count).map(i -> from.get((int) (first + i * step))));
  }
}
