package io.qhyper.qasm;

import io.qhyper.circuit.GateDefinition;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The names that one text declares: none reserved, none of the included library, none twice. */
final class DeclaredNames {
  private final ReservedWords reserved;
  private final GateTable library;
  private final Map<String, String> declared = new HashMap<>();

  DeclaredNames(ReservedWords reserved, GateTable library) {
    this.reserved = reserved;
    this.library = library;
  }

  /**
   * Declares a name.
   *
   * @param what what it names, for messages: "register"
   * @throws IllegalArgumentException if the name is not free
   */
  void add(String what, String name) {
    reserved.checkGlobal(what, name);
    if (library.find(name).isPresent()) {
      throw new IllegalArgumentException(
          what + " '" + name + "' has the name of a library gate; choose another name");
    }
    String earlier = declared.putIfAbsent(name, what);
    if (earlier != null) {
      throw new IllegalArgumentException(
          what + " '" + name + "' has the name of a " + earlier + "; choose another name");
    }
  }

  /**
   * Declares a gate and checks its formal parameters, which must not hide what its body calls.
   *
   * @throws IllegalArgumentException if a name is not free
   */
  void add(GateDefinition definition) {
    add("gate", definition.text());
    Set<String> called =
        definition.body().stream().map(call -> call.gate().text()).collect(Collectors.toSet());
    definition
        .parameters()
        .forEach(
            formal -> {
              String what = "parameter of gate " + definition.text();
              reserved.checkLocal(what, formal.name());
              if (called.contains(formal.name())) {
                throw new IllegalArgumentException(
                    what + " '" + formal + "' has the name of a gate that the body calls");
              }
            });
  }
}
