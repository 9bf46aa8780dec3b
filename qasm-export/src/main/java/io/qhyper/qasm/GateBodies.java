package io.qhyper.qasm;

import io.qhyper.circuit.Angle;
import io.qhyper.circuit.GateCall;
import io.qhyper.circuit.GateDefinition;
import io.qhyper.circuit.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes gates of definition texts, and the calls of gates of their uses. */
final class GateBodies {
  /** What reading a body anew costs beside its expressions, in the steps of the budget. */
  private static final int STEPS_OF_EXPANSION = 20;

  private final Program program;
  private final GateTable library;
  private final Modifiers modifiers;
  private final Map<String, Integer> order = new HashMap<>();
  private int visibleGates = Integer.MAX_VALUE;

  GateBodies(Program program, GateTable library) {
    this.program = program;
    this.library = library;
    this.modifiers = new Modifiers(program.budget());
  }

  Program program() {
    return program;
  }

  /** Defines a gate, as the standard one if it spells out just that. */
  void define(Statement.GateText text, Scope scope) {
    String name = text.name().text();
    if (!library.isFree(name)) {
      throw text.name().span().error("gate '" + name + "' is already defined by the library");
    }
    Callable gate = compiled(text, scope);
    if (gate instanceof Callable.Known known && known.gate() instanceof GateDefinition definition) {
      gate = Definitions.standard(definition).<Callable>map(Callable.Known::new).orElse(gate);
    }
    scope.declare(text.name(), new Symbol.Gate(gate));
    order.put(name, order.size());
  }

  /** The gate that a text defines. */
  Callable compiled(Statement.GateText text, Scope scope) {
    requireDistinct(text);
    List<Parameter> parameters =
        text.angles().stream().map(angle -> new Parameter(angle.text())).toList();
    List<GateCall> body;
    try {
      body = body(text, scope, parameters.stream().map(Angle::of).toList());
    } catch (SymbolicAngleException notAffine) {
      return new Callable.Template(text, scope, order.size());
    }
    GateDefinition definition =
        new GateDefinition(text.name().text(), parameters, text.wires().size(), body);
    if (definition.depth() > Budget.MAX_DEPTH) {
      throw text.name()
          .span()
          .error("gate definitions call each other deeper than " + Budget.MAX_DEPTH + " levels");
    }
    return new Callable.Known(definition);
  }

  private static void requireDistinct(Statement.GateText text) {
    Set<String> seen = new HashSet<>();
    List<Statement.Name> formal = new ArrayList<>(text.angles());
    formal.addAll(text.wires());
    for (Statement.Name name : formal) {
      if (!seen.add(name.text())) {
        throw name.span().error("'" + name.text() + "' is declared twice by this gate");
      }
    }
  }

  /** The calls of a definition for numbers in place of its parameters. */
  List<GateCall> expand(Callable.Template template, List<Angle> angles, Span span) {
    int before = visibleGates;
    program.budget().enter(span);
    program.budget().steps(STEPS_OF_EXPANSION, span);
    visibleGates = template.order();
    List<GateCall> calls = body(template.text(), template.scope(), angles);
    visibleGates = before;
    program.budget().leave();
    return calls;
  }

  private List<GateCall> body(Statement.GateText text, Scope outer, List<Angle> angles) {
    Scope scope = outer.gateBody();
    for (int i = 0; i < angles.size(); i++) {
      Value value = new Value.Quantity(angles.get(i), false);
      scope.declare(text.angles().get(i), new Symbol.Constant(value));
    }
    for (int i = 0; i < text.wires().size(); i++) {
      scope.declare(text.wires().get(i), new Symbol.Qubits(Selection.one(i)));
    }
    GateBodyReader reader = new GateBodyReader(this, scope.block());
    text.body().forEach(statement -> statement.accept(reader));
    return reader.calls();
  }

  /** The calls that a statement makes on its operands 0 … n−1. */
  List<GateCall> calls(Statement.GateUse use, Evaluator evaluator) {
    Callable gate = gate(use.name(), evaluator.scope());
    int[] controls = Modifiers.controls(use, evaluator);
    requireCounts(use, gate, Arrays.stream(controls).sum());
    List<Angle> angles = use.angles().stream().map(evaluator::angle).toList();
    List<GateCall> calls = gate.calls(angles, use, this);
    return use.modifiers().isEmpty() ? calls : modifiers.apply(use, controls, calls, evaluator);
  }

  private Callable gate(Statement.Name name, Scope scope) {
    Symbol symbol = scope.find(name.text(), name.span()).orElse(null);
    if (symbol instanceof Symbol.Gate gate && order.getOrDefault(name.text(), 0) < visibleGates) {
      return gate.callable();
    }
    return library
        .find(name.text())
        .orElseThrow(
            () ->
                name.span()
                    .error(
                        symbol == null || symbol instanceof Symbol.Gate
                            ? GateTable.unknown(name.text())
                            : "'" + name.text() + "' is " + symbol.kind() + ", not a gate"));
  }

  private static void requireCounts(Statement.GateUse use, Callable gate, int controls) {
    String name = "gate '" + use.name().text() + "'";
    if (use.angles().size() != gate.angleCount()) {
      throw use.name()
          .span()
          .error(
              name
                  + " takes "
                  + Unsupported.count(gate.angleCount(), "angle")
                  + ", got "
                  + use.angles().size());
    }
    if (use.operands().size() != gate.qubitCount() + controls) {
      throw use.name()
          .span()
          .error(
              name
                  + " takes "
                  + Unsupported.count(gate.qubitCount(), "qubit")
                  + (controls > 0 ? " and " + controls + " for its modifiers" : "")
                  + ", got "
                  + use.operands().size());
    }
  }
}
