package io.qhyper.qasm;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The names that one block declares, within those of the blocks around it. */
final class Scope {
  private final Optional<Scope> parent;
  private final boolean gate;
  private final Map<String, Symbol> symbols = new HashMap<>();

  private Scope(Optional<Scope> parent, boolean gate) {
    this.parent = parent;
    this.gate = gate;
  }

  /** The names of a whole program. */
  static Scope global() {
    return new Scope(Optional.empty(), false);
  }

  /** The names of a block in this one. */
  Scope block() {
    return new Scope(Optional.of(this), false);
  }

  /** The names of a gate body: of those around it only constants and gates are visible. */
  Scope gateBody() {
    return new Scope(Optional.of(this), true);
  }

  boolean isGlobal() {
    return parent.isEmpty();
  }

  /** Whether qubits of the program can be named here: everywhere but in gate bodies. */
  boolean seesProgram() {
    return !gate && parent.map(Scope::seesProgram).orElse(true);
  }

  /** Declares a name in this block. */
  void declare(Statement.Name name, Symbol symbol) {
    if (name.text().equals("pi") || name.text().equals("π")) {
      throw name.span().error("'" + name.text() + "' is a built-in constant: choose another name");
    }
    Symbol earlier = symbols.putIfAbsent(name.text(), symbol);
    if (earlier != null) {
      throw name.span().error("'" + name.text() + "' is already declared, as " + earlier.kind());
    }
  }

  /** The meaning of a name, if it is declared. */
  Optional<Symbol> find(String name, Span span) {
    boolean insideGate = false;
    Optional<Scope> scope = Optional.of(this);
    while (scope.isPresent()) {
      Symbol symbol = scope.get().symbols.get(name);
      if (symbol != null) {
        if (insideGate && !symbol.isVisibleInGates()) {
          throw span.error(
              "a gate body cannot use '"
                  + name
                  + "', "
                  + symbol.kind()
                  + " of the program: make it a parameter of the gate");
        }
        return Optional.of(symbol);
      }
      insideGate |= scope.get().gate;
      scope = scope.get().parent;
    }
    return Optional.empty();
  }

  /** The meaning of a name. */
  Symbol resolve(String name, Span span) {
    return find(name, span).orElseThrow(() -> span.error("'" + name + "' is not declared"));
  }
}
