package io.qhyper.sim.oracle;

import io.qhyper.circuit.GateName;

/**
 * Matrices of the standard gates, written down apart from the program's own: by Pauli sums,
 * products of rotations, and controls added one by one. The first qubit is the least significant
 * bit.
 */
final class DenseGates {
  static final DenseMatrix I = DenseMatrix.identity(2);
  static final DenseMatrix X = DenseMatrix.two(0, 0, 1, 0, 1, 0, 0, 0);
  static final DenseMatrix Y = DenseMatrix.two(0, 0, 0, -1, 0, 1, 0, 0);
  static final DenseMatrix Z = DenseMatrix.two(1, 0, 0, 0, 0, 0, -1, 0);
  private static final DenseMatrix H = X.plus(Z).times(Math.sqrt(0.5), 0);

  private DenseGates() {}

  static DenseMatrix of(GateName gate, double... a) {
    return switch (gate) {
      case GPHASE -> DenseMatrix.identity(1).times(Math.cos(a[0]), Math.sin(a[0]));
      case U -> builtInU(a[0], a[1], a[2]);
      case U2 -> euler(Math.PI / 2, a[0], a[1]);
      case U3 -> euler(a[0], a[1], a[2]);
      case ID -> I;
      case X -> X;
      case Y -> Y;
      case Z -> Z;
      case H -> H;
      case S -> phase(Math.PI / 2);
      case SDG -> phase(-Math.PI / 2);
      case T -> phase(Math.PI / 4);
      case TDG -> phase(-Math.PI / 4);
      case SX -> sx(1);
      case SXDG -> sx(-1);
      case P -> phase(a[0]);
      case RX -> rotation(a[0], X);
      case RY -> rotation(a[0], Y);
      case RZ -> rotation(a[0], Z);
      case CX -> X.controlled();
      case CY -> Y.controlled();
      case CZ -> Z.controlled();
      case CH -> H.controlled();
      case CSX -> sx(1).controlled();
      case CP -> phase(a[0]).controlled();
      case CRX -> rotation(a[0], X).controlled();
      case CRY -> rotation(a[0], Y).controlled();
      case CRZ -> rotation(a[0], Z).controlled();
      case CU3 -> controlledU(a[0], a[1], a[2], 0);
      case CU -> controlledU(a[0], a[1], a[2], a[3]);
      case SWAP -> swap();
      case RXX -> rotation(a[0], X.above(X));
      case RZZ -> rotation(a[0], Z.above(Z));
      case ECR -> I.above(X).plus(X.above(Y).times(-1, 0)).times(Math.sqrt(0.5), 0);
      case CCX -> X.controlled().controlled();
      case CSWAP -> swap().controlled();
      case C3X -> X.controlled().controlled().controlled();
      case C3SX -> sx(1).controlled().controlled().controlled();
      case C4X -> X.controlled().controlled().controlled().controlled();
    };
  }

  /** exp(−iθG/2) for G² = 1. */
  private static DenseMatrix rotation(double theta, DenseMatrix g) {
    return DenseMatrix.identity(g.n)
        .times(Math.cos(theta / 2), 0)
        .plus(g.times(0, -Math.sin(theta / 2)));
  }

  private static DenseMatrix phase(double lambda) {
    return DenseMatrix.two(1, 0, 0, 0, 0, 0, Math.cos(lambda), Math.sin(lambda));
  }

  /** The square root of X, as H·S·H, or its inverse. */
  private static DenseMatrix sx(int sign) {
    return H.times(phase(sign * Math.PI / 2)).times(H);
  }

  private static DenseMatrix euler(double theta, double phi, double lambda) {
    return rotation(phi, Z).times(rotation(theta, Y)).times(rotation(lambda, Z));
  }

  /** ½[[1+e^(iθ), −ie^(iλ)(1−e^(iθ))], [ie^(iφ)(1−e^(iθ)), e^(i(φ+λ))(1+e^(iθ))]]. */
  private static DenseMatrix builtInU(double theta, double phi, double lambda) {
    double c = Math.cos(theta);
    double s = Math.sin(theta);
    DenseMatrix m =
        DenseMatrix.two(
            (1 + c) / 2, s / 2, -s / 2, -(1 - c) / 2, s / 2, (1 - c) / 2, (1 + c) / 2, s / 2);
    return phase(phi).times(m).times(phase(lambda));
  }

  /** OpenQASM 2's construction of cu3, with a phase of the control on top. */
  private static DenseMatrix controlledU(double theta, double phi, double lambda, double gamma) {
    DenseMatrix cx = X.controlled();
    DenseMatrix first = I.above(phase((lambda + phi) / 2 + gamma));
    DenseMatrix second = phase((lambda - phi) / 2).above(I);
    DenseMatrix third = rotation(-theta / 2, Y).times(phase(-(phi + lambda) / 2)).above(I);
    DenseMatrix fourth = phase(phi).times(rotation(theta / 2, Y)).above(I);
    return fourth.times(cx).times(third).times(cx).times(second).times(first);
  }

  private static DenseMatrix swap() {
    DenseMatrix m = new DenseMatrix(4);
    m.re[0][0] = 1;
    m.re[1][2] = 1;
    m.re[2][1] = 1;
    m.re[3][3] = 1;
    return m;
  }
}
