package io.qhyper.shift;

import io.qhyper.circuit.GateCall;
import java.util.List;
import java.util.Optional;

/**
 * The derivative of an expectation in one angle as a weighted sum of expectations at shifted
 * angles.
 *
 * @param terms displacement of the angle in radians, and the weight of the expectation there
 */
record ShiftRule(List<Term> terms) {
  record Term(double displacement, double weight) {}

  /** For exp(−iθG/2) with G² = 1, up to a phase: ½[E(θ+π/2) − E(θ−π/2)]. */
  static final ShiftRule TWO_TERMS =
      new ShiftRule(List.of(new Term(Math.PI / 2, .5), new Term(-Math.PI / 2, -.5)));

  /**
   * For a generator with eigenvalues −½, 0, ½, as controlled rotations have: frequencies ½ and 1
   * (Anselmetti et al., arXiv 2104.05695, eq. 8 with the angle halved).
   */
  static final ShiftRule FOUR_TERMS = fourTerms();

  private static ShiftRule fourTerms() {
    double near = (Math.sqrt(2) + 1) / (4 * Math.sqrt(2));
    double far = (Math.sqrt(2) - 1) / (4 * Math.sqrt(2));
    return new ShiftRule(
        List.of(
            new Term(Math.PI / 2, near),
            new Term(-Math.PI / 2, -near),
            new Term(3 * Math.PI / 2, -far),
            new Term(-3 * Math.PI / 2, far)));
  }

  /**
   * The rule for one angle of a standard gate; empty if the angle is a global phase.
   *
   * @param angle position among the gate's angles
   */
  static Optional<ShiftRule> of(GateCall call, int angle) {
    boolean controlled = !call.controlQubits().isEmpty();
    return switch (call.standard()) {
      case GPHASE -> controlled ? Optional.of(TWO_TERMS) : Optional.empty();
      case P, CP, U -> Optional.of(TWO_TERMS);
      case RX, RY, RZ, RXX, RZZ, CRX, CRY, CRZ, U2, U3 ->
          Optional.of(controlled ? FOUR_TERMS : TWO_TERMS);
      case CU, CU3 -> Optional.of(angle == 0 ? FOUR_TERMS : TWO_TERMS);
      default ->
          throw new IllegalArgumentException(
              "gate " + call.gate().text() + " has no angle to differentiate");
    };
  }
}
