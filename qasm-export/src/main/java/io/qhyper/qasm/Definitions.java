package io.qhyper.qasm;

import io.qhyper.circuit.Angle;
import io.qhyper.circuit.GateCall;
import io.qhyper.circuit.GateDefinition;
import io.qhyper.circuit.GateName;
import io.qhyper.circuit.Parameter;
import io.qhyper.circuit.Relabelling;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import org.antlr.v4.runtime.CharStreams;

/** Reads the built-in definitions and recognises them in a program. */
final class Definitions {
  private Definitions() {}

  /** The gate that one built-in definition text defines. */
  static Callable read(String text) {
    SourceText source = new SourceText(text);
    GateBodies bodies = new GateBodies(new Program(), GateTable.stdgates());
    List<Callable> gates = new ArrayList<>();
    Version3Front.read(
        source,
        CharStreams.fromString(text),
        statement -> gates.add(bodies.compiled((Statement.GateText) statement, Scope.global())));
    return gates.get(0);
  }

  /** The standard gate that a definition spells out, if it does so as {@link LibraryGates} does. */
  static Optional<GateName> standard(GateDefinition definition) {
    return GateName.named(definition.text())
        .filter(gate -> gate.text().equals(definition.text()))
        .filter(
            gate ->
                LibraryGates.definition(gate)
                    .map(Definitions::read)
                    .filter(
                        known ->
                            isSame(definition, (GateDefinition) ((Callable.Known) known).gate()))
                    .isPresent());
  }

  /** Whether a definition is one of those that {@code qelib1.inc} brings. */
  static boolean isInQelib1(GateDefinition definition) {
    return LibraryGates.relativePhase(definition.text())
        .map(Definitions::read)
        .filter(known -> ((Callable.Known) known).gate().equals(definition))
        .isPresent();
  }

  private static boolean isSame(GateDefinition a, GateDefinition b) {
    return a.qubitCount() == b.qubitCount()
        && a.angleCount() == b.angleCount()
        && a.body().size() == b.body().size()
        && body(a).equals(body(b));
  }

  /** The body with parameters named by their places. */
  private static List<GateCall> body(GateDefinition definition) {
    Relabelling byPlace =
        new Relabelling(
            angle ->
                angle.substitute(
                    p -> Angle.of(new Parameter("p" + definition.parameters().indexOf(p)))),
            IntUnaryOperator.identity());
    return definition.body().stream().map(call -> call.mapped(byPlace)).toList();
  }
}
