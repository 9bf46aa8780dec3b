package io.qhyper.qasm;

import io.qhyper.circuit.Angle;
import io.qhyper.circuit.GateCall;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongToDoubleFunction;
import java.util.stream.IntStream;

/** Reads what programs and gate bodies have in common: calls, constants and loops. */
abstract class UnitaryReader implements Statement.Visitor {
  private final GateBodies gates;
  private Evaluator evaluator;
  private Operands operands;

  UnitaryReader(GateBodies gates, Scope scope) {
    this.gates = gates;
    enter(scope);
  }

  /** Takes a call over. */
  abstract void emit(GateCall call, Span span);

  final GateBodies gates() {
    return gates;
  }

  final Program program() {
    return gates.program();
  }

  final Budget budget() {
    return program().budget();
  }

  final Evaluator evaluator() {
    return evaluator;
  }

  final Operands operands() {
    return operands;
  }

  final Scope scope() {
    return evaluator.scope();
  }

  final void declare(Statement.Name name, Symbol symbol) {
    budget().name(name.span());
    scope().declare(name, symbol);
  }

  private void enter(Scope scope) {
    evaluator = new Evaluator(scope, budget());
    operands = new Operands(program(), evaluator);
  }

  /** Reads statements that see the names of this block and keep theirs to themselves. */
  final void inside(Scope block, List<Statement> statements) {
    Evaluator outerEvaluator = evaluator;
    Operands outerOperands = operands;
    enter(block);
    statements.forEach(statement -> statement.accept(this));
    evaluator = outerEvaluator;
    operands = outerOperands;
  }

  @Override
  public void constant(Statement.Constant constant) {
    declare(constant.name(), new Symbol.Constant(Constants.value(constant, evaluator)));
  }

  @Override
  public void assignment(Statement.Assignment assignment) {
    throw assignment
        .span()
        .error("assignments of values are not supported: bits can only be measured into");
  }

  @Override
  public void loop(Statement.Loop loop) {
    if (!loop.type().keyword().equals("int") && !loop.type().keyword().equals("uint")) {
      throw loop.type().span().error("the variable of a 'for' loop must be 'int' or 'uint'");
    }
    if (loop.values() instanceof Operand.Places set) {
      double[] values = set.places().stream().mapToDouble(evaluator::whole).toArray();
      repeat(loop, values.length, i -> values[(int) i]);
      return;
    }
    Operand.Range range = (Operand.Range) loop.values();
    if (range.first().isEmpty() || range.last().isEmpty()) {
      throw range.span().error("the range of a loop needs a first and a last value");
    }
    long first = evaluator.whole(range.first().get());
    long last = evaluator.whole(range.last().get());
    long step = range.step().map(evaluator::whole).orElse(1L);
    if (step == 0) {
      throw range.span().error("the step of a range must not be 0");
    }
    long count = (last - first) * Long.signum(step) < 0 ? 0 : (last - first) / step + 1;
    repeat(loop, count, i -> first + i * step);
  }

  private void repeat(Statement.Loop loop, long count, LongToDoubleFunction value) {
    budget().enterLoop(loop, count);
    Scope outer = scope();
    for (long i = 0; i < count; i++) {
      budget().steps(1, loop.span());
      Scope variable = outer.block();
      variable.declare(
          loop.name(), new Symbol.Constant(Value.Quantity.whole(value.applyAsDouble(i))));
      inside(variable.block(), loop.body());
    }
    budget().leaveLoop();
  }

  @Override
  public void use(Statement.GateUse use) {
    List<GateCall> calls = gates.calls(use, evaluator);
    List<Selection> qubits = use.operands().stream().map(operands::qubits).toList();
    int times = broadcast(use.operands(), qubits);
    for (int i = 0; i < times; i++) {
      int step = i;
      List<Integer> row = qubits.stream().map(q -> q.broadcast(step)).toList();
      requireDistinct(use, row);
      for (GateCall call : calls) {
        emit(placed(call, row, use.span()), use.span());
      }
    }
  }

  private GateCall placed(GateCall call, List<Integer> row, Span span) {
    long size = call.qubits().size();
    for (Angle angle : call.angles()) {
      size += angle.terms().size();
    }
    budget().instructions(1, size, span);
    List<Integer> qubits = call.qubits().stream().map(row::get).toList();
    return new GateCall(call.gate(), call.controls(), call.angles(), qubits);
  }

  /** How many times a statement on registers acts. */
  final int broadcast(List<Operand> names, List<Selection> places) {
    int times = -1;
    for (int i = 0; i < places.size(); i++) {
      Selection place = places.get(i);
      if (!place.isSingle()) {
        if (times >= 0 && times != place.size()) {
          throw names
              .get(i)
              .span()
              .error(
                  "registers of one statement must agree in size: got "
                      + times
                      + " and "
                      + place.size());
        }
        times = place.size();
      }
    }
    return times < 0 ? 1 : times;
  }

  private static void requireDistinct(Statement.GateUse use, List<Integer> row) {
    if (row.size() < 2) {
      return;
    }
    Set<Integer> seen = new HashSet<>();
    int second =
        IntStream.range(0, row.size()).filter(i -> !seen.add(row.get(i))).findFirst().orElse(-1);
    if (second >= 0) {
      throw use.operands()
          .get(second)
          .span()
          .error("gate '" + use.name().text() + "' needs different qubits, this one comes twice");
    }
  }
}
