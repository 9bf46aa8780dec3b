package io.qhyper.qasm;

import static java.util.Map.entry;

import io.qhyper.circuit.GateName;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What each library file knows, and what a text must define itself.
 *
 * <p>Definitions are exact, global phase included, and use gates of both libraries only. Those that
 * {@code qelib1.inc} lacks are OpenQASM 2 text as well.
 */
final class LibraryGates {
  private static final Map<GateName, String> DEFINITIONS =
      Map.ofEntries(
          entry(GateName.SXDG, "gate sxdg a { h a; sdg a; h a; }"),
          entry(GateName.CSX, "gate csx a, b { h b; cp(pi/2) a, b; h b; }"),
          entry(
              GateName.CU3,
              "gate cu3(theta, phi, lambda) a, b { cu(theta, phi, lambda, 0) a, b; }"),
          entry(
              GateName.RXX,
              "gate rxx(theta) a, b { h a; h b; cx a, b; rz(theta) b; cx a, b; h a; h b; }"),
          entry(GateName.RZZ, "gate rzz(theta) a, b { cx a, b; rz(theta) b; cx a, b; }"),
          entry(GateName.ECR, "gate ecr a, b { rz(pi/2) a; sx b; cx a, b; x a; }"),
          entry(GateName.C3X, "gate c3x a, b, c, d { ctrl @ ccx a, b, c, d; }"),
          entry(GateName.C3SX, "gate c3sqrtx a, b, c, d { ctrl(3) @ sx a, b, c, d; }"),
          entry(GateName.C4X, "gate c4x a, b, c, d, e { ctrl(2) @ ccx a, b, c, d, e; }"));

  /** The Toffoli gates up to phases of qelib1.inc, which are no controlled matrices. */
  private static final Map<String, String> RELATIVE_PHASE =
      Map.of(
          "rccx",
          """
          gate rccx a, b, c {
            u2(0, pi) c; u1(pi/4) c; cx b, c; u1(-pi/4) c; cx a, c; u1(pi/4) c; cx b, c;
            u1(-pi/4) c; u2(0, pi) c;
          }
          """,
          "rc3x",
          """
          gate rc3x a, b, c, d {
            u2(0, pi) d; u1(pi/4) d; cx c, d; u1(-pi/4) d; u2(0, pi) d; cx a, d; u1(pi/4) d;
            cx b, d; u1(-pi/4) d; cx a, d; u1(pi/4) d; cx b, d; u1(-pi/4) d; u2(0, pi) d;
            u1(pi/4) d; cx c, d; u1(-pi/4) d; u2(0, pi) d;
          }
          """);

  private static final Set<GateName> NOT_IN_QELIB1 = EnumSet.of(GateName.GPHASE, GateName.ECR);

  private LibraryGates() {}

  /** The OpenQASM 3 text that defines a gate which {@code stdgates.inc} lacks. */
  static Optional<String> definition(GateName gate) {
    return Optional.ofNullable(DEFINITIONS.get(gate));
  }

  /** The OpenQASM 3 text of those gates of {@code qelib1.inc} that are no {@link GateName}. */
  static Optional<String> relativePhase(String name) {
    return Optional.ofNullable(RELATIVE_PHASE.get(name));
  }

  /** Whether a version 3 text can call it after {@code stdgates.inc}; built-in gates included. */
  static boolean inStdgates(GateName gate) {
    return !DEFINITIONS.containsKey(gate);
  }

  /** Whether a version 2 text can call it after {@code qelib1.inc}; the built-in U included. */
  static boolean inQelib1(GateName gate) {
    return !NOT_IN_QELIB1.contains(gate);
  }
}
