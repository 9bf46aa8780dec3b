package io.qhyper.qasm;

import io.qhyper.circuit.GateName;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The gates that a program can call without defining them. */
final class GateTable {
  private static final Set<String> ONLY_QELIB1 = Set.of("u", "cu1");
  private static final Set<String> ONLY_STDGATES = Set.of("phase", "cphase");

  /** What qelib1.inc got after the paper that introduced it; texts may still define these. */
  private static final Set<String> LATER_QELIB1 =
      Set.of(
          "u0", "u", "p", "sx", "sxdg", "swap", "cswap", "crx", "cry", "cp", "csx", "cu", "rxx",
          "rzz", "rccx", "rc3x", "c3x", "c3sqrtx", "c4x");

  private final Map<String, Callable> builtIn = new HashMap<>();
  private final Map<String, Callable> relativePhase = new HashMap<>();
  private boolean stdgates;
  private boolean qelib1;

  private GateTable() {}

  /** The gates of a version 2 program. */
  static GateTable version2() {
    GateTable table = new GateTable();
    table.builtIn.put("U", new Callable.Known(GateName.U));
    table.builtIn.put("CX", new Callable.Known(GateName.CX));
    return table;
  }

  /** The gates of a version 3 program. */
  static GateTable version3() {
    GateTable table = new GateTable();
    table.builtIn.put("U", new Callable.Known(GateName.U));
    table.builtIn.put("gphase", new Callable.Known(GateName.GPHASE));
    return table;
  }

  /** The gates of a version 2 program that includes {@code qelib1.inc}. */
  static GateTable qelib1() {
    GateTable table = version2();
    table.qelib1 = true;
    return table;
  }

  /** The gates of a version 3 program that includes {@code stdgates.inc}. */
  static GateTable stdgates() {
    GateTable table = version3();
    table.stdgates = true;
    return table;
  }

  /** Makes the gates of a library known. */
  void include(Statement.Include include) {
    switch (include.file()) {
      case "stdgates.inc" -> stdgates = true;
      case "qelib1.inc" -> qelib1 = true;
      default ->
          throw include
              .span()
              .error(
                  "cannot include "
                      + Unsupported.quoted(include.file())
                      + ": only 'stdgates.inc' and 'qelib1.inc' are built in");
    }
  }

  /** Whether a program may give a name a meaning of its own. */
  boolean isFree(String name) {
    return find(name).isEmpty()
        || (qelib1 && LATER_QELIB1.contains(name) && !(stdgates && isStdgate(name)));
  }

  /** What an included library or the language itself calls by a name. */
  Optional<Callable> find(String name) {
    if (builtIn.containsKey(name)) {
      return Optional.of(builtIn.get(name));
    }
    if ((stdgates && isStdgate(name)) || (qelib1 && isQelib1Gate(name))) {
      return GateName.named(name).map(Callable.Known::new);
    }
    if (qelib1 && name.equals("u0")) {
      return Optional.of(new Callable.Idle());
    }
    return qelib1
        ? LibraryGates.relativePhase(name)
            .map(text -> relativePhase.computeIfAbsent(name, n -> Definitions.read(text)))
        : Optional.empty();
  }

  private static boolean isStdgate(String name) {
    return !ONLY_QELIB1.contains(name)
        && GateName.named(name)
            .filter(g -> !isBuiltIn(g) && LibraryGates.inStdgates(g))
            .isPresent();
  }

  private static boolean isQelib1Gate(String name) {
    return !ONLY_STDGATES.contains(name)
        && GateName.named(name).filter(g -> !isBuiltIn(g) && LibraryGates.inQelib1(g)).isPresent();
  }

  private static boolean isBuiltIn(GateName gate) {
    return gate == GateName.U || gate == GateName.GPHASE;
  }

  /** Why a name that nobody defined cannot be called, and what to do. */
  static String unknown(String name) {
    String what = "gate '" + name + "' is not defined; ";
    if (isStdgate(name)) {
      return what + "include \"stdgates.inc\" or define it with 'gate " + name + " … { … }'";
    }
    if (isQelib1Gate(name) || LibraryGates.relativePhase(name).isPresent() || name.equals("u0")) {
      return what + "include \"qelib1.inc\" or define it with 'gate " + name + " … { … }'";
    }
    return what + "define it with 'gate " + name + " … { … }' before it is called";
  }
}
