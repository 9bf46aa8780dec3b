package io.qhyper.circuit;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The standard gates: OpenQASM 3's {@code stdgates.inc}, OpenQASM 2's {@code qelib1.inc} as far as
 * they are controlled one- and two-qubit matrices, the built-in {@code U} and {@code gphase}, and
 * the native {@code ecr}.
 *
 * <p>A gate is a small matrix on its targets under zero or more controls, which come first. Names
 * that mean the same gate ({@code u1}, {@code phase} and {@code p}; {@code CX} and {@code cx}; …)
 * are one constant; {@link #named} knows them all. {@code U} carries the phase e^(iθ/2) of the
 * OpenQASM 3.0 specification, {@code u2} and {@code u3} have determinant 1 as in its {@code
 * stdgates.inc}; {@code cu} and {@code cu3} are the same in both libraries. The difference shows
 * only under controls.
 */
public enum GateName implements Gate {
  GPHASE("gphase", 1, 0, 0, a -> Matrices.phases(a[0])),
  U("U", 3, 0, 1, a -> Matrices.euler(a[0], a[1], a[2], a[0] / 2)),
  U2("u2", 2, 0, 1, a -> Matrices.euler(Math.PI / 2, a[0], a[1], -(a[0] + a[1]) / 2)),
  U3("u3", 3, 0, 1, a -> Matrices.euler(a[0], a[1], a[2], -(a[1] + a[2]) / 2)),
  ID("id", 0, 0, 1, a -> Matrices.real(1, 0, 0, 1)),
  X("x", 0, 0, 1, a -> Matrices.real(0, 1, 1, 0)),
  Y("y", 0, 0, 1, a -> Matrices.complex(0, 0, 0, -1, 0, 1, 0, 0)),
  Z("z", 0, 0, 1, a -> Matrices.real(1, 0, 0, -1)),
  H("h", 0, 0, 1, a -> Matrices.hadamard()),
  S("s", 0, 0, 1, a -> Matrices.complex(1, 0, 0, 0, 0, 0, 0, 1)),
  SDG("sdg", 0, 0, 1, a -> Matrices.complex(1, 0, 0, 0, 0, 0, 0, -1)),
  T("t", 0, 0, 1, a -> Matrices.phases(0, Math.PI / 4)),
  TDG("tdg", 0, 0, 1, a -> Matrices.phases(0, -Math.PI / 4)),
  SX("sx", 0, 0, 1, a -> Matrices.sx()),
  SXDG("sxdg", 0, 0, 1, a -> Matrices.sxdg()),
  P("p", 1, 0, 1, a -> Matrices.phases(0, a[0])),
  RX("rx", 1, 0, 1, a -> Matrices.rx(a[0])),
  RY("ry", 1, 0, 1, a -> Matrices.ry(a[0])),
  RZ("rz", 1, 0, 1, a -> Matrices.phases(-a[0] / 2, a[0] / 2)),
  CX("cx", X, 1),
  CY("cy", Y, 1),
  CZ("cz", Z, 1),
  CH("ch", H, 1),
  CSX("csx", SX, 1),
  CP("cp", P, 1),
  CRX("crx", RX, 1),
  CRY("cry", RY, 1),
  CRZ("crz", RZ, 1),
  CU3("cu3", 3, 1, 1, a -> Matrices.euler(a[0], a[1], a[2], 0)),
  CU("cu", 4, 1, 1, a -> Matrices.euler(a[0], a[1], a[2], a[3])),
  SWAP("swap", 0, 0, 2, a -> Matrices.swap()),
  RXX("rxx", 1, 0, 2, a -> Matrices.rxx(a[0])),
  RZZ("rzz", 1, 0, 2, a -> Matrices.phases(-a[0] / 2, a[0] / 2, a[0] / 2, -a[0] / 2)),
  ECR("ecr", 0, 0, 2, a -> Matrices.ecr()),
  CCX("ccx", X, 2),
  CSWAP("cswap", SWAP, 1),
  C3X("c3x", X, 3),
  C3SX("c3sqrtx", SX, 3),
  C4X("c4x", X, 4);

  private static final Map<String, GateName> BY_TEXT =
      Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(GateName::text, g -> g));
  private static final Map<String, GateName> ALIASES =
      Map.of("phase", P, "u1", P, "cphase", CP, "cu1", CP, "CX", CX, "u", U3);

  private final String text;
  private final int angleCount;
  private final int controlCount;
  private final int targetCount;

  @SuppressWarnings("ImmutableEnumChecker") // the functions below hold no state
  private final Function<double[], Unitary> matrix;

  GateName(String text, int angles, int controls, int targets, Function<double[], Unitary> matrix) {
    this.text = text;
    this.angleCount = angles;
    this.controlCount = controls;
    this.targetCount = targets;
    this.matrix = matrix;
  }

  GateName(String text, GateName base, int controls) {
    this(text, base.angleCount, controls, base.targetCount, base.matrix);
  }

  /** The gate that a standard library calls by {@code text}, aliases included. */
  public static Optional<GateName> named(String text) {
    return Optional.ofNullable(BY_TEXT.getOrDefault(text, ALIASES.get(text)));
  }

  @Override
  public String text() {
    return text;
  }

  @Override
  public int angleCount() {
    return angleCount;
  }

  @Override
  public int qubitCount() {
    return controlCount + targetCount;
  }

  /** How many of the qubits, the first ones, are controls. */
  public int controlCount() {
    return controlCount;
  }

  /** How many of the qubits, the last ones, the matrix acts on. */
  public int targetCount() {
    return targetCount;
  }

  /**
   * The matrix on the targets when all controls are 1; for the given angles in radians.
   *
   * @throws IllegalArgumentException if the number of angles is not {@link #angleCount}
   */
  public Unitary targetMatrix(double... angles) {
    if (angles.length != angleCount) {
      throw new IllegalArgumentException(
          text + " takes " + angleCount + " angles, got " + angles.length);
    }
    return matrix.apply(angles);
  }
}
