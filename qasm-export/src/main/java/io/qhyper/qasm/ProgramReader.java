package io.qhyper.qasm;

import io.qhyper.circuit.Angle;
import io.qhyper.circuit.Barrier;
import io.qhyper.circuit.Circuit;
import io.qhyper.circuit.ClassicalRegister;
import io.qhyper.circuit.Condition;
import io.qhyper.circuit.Conditional;
import io.qhyper.circuit.Delay;
import io.qhyper.circuit.GateCall;
import io.qhyper.circuit.GateDefinition;
import io.qhyper.circuit.Instruction;
import io.qhyper.circuit.Measure;
import io.qhyper.circuit.Parameter;
import io.qhyper.circuit.Reset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Reads the statements of a program into the steps of a circuit. */
final class ProgramReader extends UnitaryReader {
  private final GateTable library;
  private final Set<String> opaque = new HashSet<>();
  private List<Instruction> steps = new ArrayList<>();
  private int nesting;

  ProgramReader(GateTable library) {
    super(new GateBodies(new Program(), library), Scope.global());
    this.library = library;
  }

  /** The circuit read so far. */
  Circuit circuit() {
    return program().circuit(steps);
  }

  private void add(Instruction step, long touched, Span span) {
    budget().instructions(1L + nesting, touched, span);
    steps.add(step);
  }

  @Override
  void emit(GateCall call, Span span) {
    budget().instructions(nesting, 0, span);
    if (call.gate() instanceof GateDefinition definition) {
      budget().expanded(definition.expandedSize(), span);
    }
    steps.add(call);
  }

  private void requireGlobal(Statement statement, String what) {
    if (!scope().isGlobal()) {
      throw statement.span().error(what + " must not stand in a block");
    }
  }

  @Override
  public void include(Statement.Include include) {
    requireGlobal(include, "'include'");
    library.include(include);
  }

  @Override
  public void input(Statement.Input input) {
    requireGlobal(input, "'input'");
    String type = input.type().keyword();
    if (!type.equals("float") && !type.equals("angle")) {
      throw input
          .type()
          .span()
          .error("inputs of type '" + type + "' are not supported: use float[64] or angle");
    }
    input.type().width().ifPresent(width -> Constants.checkWidth(width, evaluator()));
    Parameter parameter = new Parameter(input.name().text());
    declare(input.name(), new Symbol.Input(new Value.Quantity(Angle.of(parameter), false)));
    program().declareInput(parameter);
  }

  @Override
  public void qubits(Statement.Qubits qubits) {
    requireGlobal(qubits, "a declaration of qubits");
    Selection declared =
        qubits
            .size()
            .map(size -> program().declareQubits(evaluator().whole(size), size.span()))
            .orElseGet(() -> program().declareQubit(qubits.name().span()));
    declare(qubits.name(), new Symbol.Qubits(declared));
  }

  @Override
  public void bits(Statement.Bits bits) {
    requireGlobal(bits, "a declaration of bits");
    long size = bits.size().map(evaluator()::whole).orElse(1L);
    Span span = bits.size().map(Expression::span).orElse(bits.name().span());
    String name = bits.name().text();
    ClassicalRegister register = program().declareBits(name, size, span);
    Selection selection =
        bits.size().isEmpty()
            ? Selection.one(register.offset())
            : Selection.many(
                IntStream.range(register.offset(), register.offset() + register.width()));
    declare(bits.name(), new Symbol.Bits(register, selection));
    bits.measured()
        .ifPresent(
            qubits ->
                measure(
                    new Statement.Measured(
                        bits.span(),
                        qubits,
                        Optional.of(new Operand(bits.name().span(), name, List.of())))));
  }

  @Override
  public void alias(Statement.Alias alias) {
    requireGlobal(alias, "'let'");
    Statement.Name name = alias.name();
    if (alias.parts().size() == 1) {
      Selection part = operands().qubits(alias.parts().get(0));
      budget().instructions(0, part.size(), alias.span());
      declare(name, new Symbol.Qubits(part));
      return;
    }
    List<Integer> all = operands().distinctQubits(alias.parts());
    int named = alias.parts().stream().mapToInt(part -> operands().qubits(part).size()).sum();
    if (all.size() != named) {
      throw alias.span().error("the alias '" + name.text() + "' names a qubit twice");
    }
    budget().instructions(0, named, alias.span());
    Selection joined = Selection.many(all.stream().mapToInt(Integer::intValue));
    declare(name, new Symbol.Qubits(joined));
  }

  @Override
  public void gate(Statement.GateText gate) {
    requireGlobal(gate, "'gate'");
    budget().name(gate.name().span());
    gates().define(gate, scope());
  }

  @Override
  public void opaque(Statement.Opaque declared) {
    opaque.add(declared.name().text());
  }

  @Override
  public void use(Statement.GateUse use) {
    if (opaque.contains(use.name().text())) {
      throw use.name()
          .span()
          .error("gate '" + use.name().text() + "' is opaque: nothing says what it does");
    }
    super.use(use);
  }

  @Override
  public void measure(Statement.Measured measured) {
    if (measured.bits().isEmpty()) {
      throw measured
          .span()
          .error("the result of 'measure' is lost: write 'c = measure q;' or 'measure q -> c;'");
    }
    Selection qubits = operands().qubits(measured.qubits());
    Selection bits = operands().bits(measured.bits().get());
    if (qubits.size() != bits.size()) {
      throw measured
          .span()
          .error("cannot measure " + qubits.size() + " qubits into " + bits.size() + " bits");
    }
    for (int i = 0; i < qubits.size(); i++) {
      add(new Measure(qubits.get(i), bits.get(i)), 1, measured.span());
    }
  }

  @Override
  public void reset(Statement.Resets resets) {
    for (Operand operand : resets.operands()) {
      operands().qubits(operand).stream().forEach(qubit -> add(new Reset(qubit), 1, resets.span()));
    }
  }

  @Override
  public void barrier(Statement.Barriers barriers) {
    List<Integer> qubits = distinctOrAll(barriers.operands());
    if (!qubits.isEmpty()) {
      add(new Barrier(qubits), qubits.size(), barriers.span());
    }
  }

  @Override
  public void delay(Statement.Delays delays) {
    Expression duration = delays.duration();
    if (!(evaluator().value(duration) instanceof Value.Time time)) {
      throw duration.span().error("expected a duration such as 100ns or 3dt");
    }
    if (time.amount() < 0) {
      throw duration.span().error("a delay must not be negative, got " + time.amount());
    }
    for (int qubit : distinctOrAll(delays.operands())) {
      add(new Delay(time.amount(), time.unit(), qubit), 1, delays.span());
    }
  }

  private List<Integer> distinctOrAll(List<Operand> named) {
    return named.isEmpty()
        ? IntStream.range(0, program().qubits()).boxed().toList()
        : operands().distinctQubits(named);
  }

  @Override
  public void branch(Statement.Branch branch) {
    ConditionReader.Answer answer =
        new ConditionReader(evaluator(), operands()).answer(branch.condition());
    if (answer instanceof ConditionReader.Known known) {
      inside(scope().block(), known.holds() ? branch.then() : branch.otherwise());
      return;
    }
    Condition condition = ((ConditionReader.Asked) answer).condition();
    List<Instruction> then = nested(branch.then());
    List<Instruction> otherwise = nested(branch.otherwise());
    add(new Conditional(condition, then, otherwise), condition.bits().size(), branch.span());
  }

  private List<Instruction> nested(List<Statement> statements) {
    List<Instruction> outer = steps;
    steps = new ArrayList<>();
    nesting++;
    inside(scope().block(), statements);
    List<Instruction> inner = steps;
    nesting--;
    steps = outer;
    return inner;
  }
}
