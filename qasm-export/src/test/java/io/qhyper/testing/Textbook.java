package io.qhyper.testing;

import io.qhyper.circuit.GateName;

/** The matrix of every standard gate on all its qubits, from Paulis, exponentials and products. */
public final class Textbook {
  private static final Matrix ID = Matrix.identity(2);
  private static final Matrix X = Matrix.real(2, 0, 1, 1, 0);
  private static final Matrix Z = Matrix.real(2, 1, 0, 0, -1);
  private static final Matrix Y = X.times(Z).times(Complex.I);
  private static final Matrix H = X.plus(Z).times(Complex.of(1 / Math.sqrt(2)));
  private static final Matrix SX =
      ID.times(Complex.phase(Math.PI / 4))
          .plus(X.times(Complex.phase(-Math.PI / 4)))
          .times(Complex.of(1 / Math.sqrt(2)));
  private static final Matrix SWAP =
      Matrix.identity(4)
          .plus(X.tensor(X))
          .plus(Y.tensor(Y))
          .plus(Z.tensor(Z))
          .times(Complex.of(.5));

  private Textbook() {}

  public static Matrix of(GateName gate, double... a) {
    return switch (gate) {
      case GPHASE -> Matrix.diagonal(Complex.phase(a[0]));
      case U -> specificationU(a[0], a[1], a[2]);
      case U2 -> zyz(a[0], Math.PI / 2, a[1]);
      case U3 -> zyz(a[1], a[0], a[2]);
      case ID -> ID;
      case X -> X;
      case Y -> Y;
      case Z -> Z;
      case H -> H;
      case S -> phaseGate(Math.PI / 2);
      case SDG -> phaseGate(-Math.PI / 2);
      case T -> phaseGate(Math.PI / 4);
      case TDG -> phaseGate(-Math.PI / 4);
      case SX -> SX;
      case SXDG -> SX.dagger();
      case P -> phaseGate(a[0]);
      case RX -> rotation(X, a[0]);
      case RY -> rotation(Y, a[0]);
      case RZ -> rotation(Z, a[0]);
      case CX -> X.controlled();
      case CY -> Y.controlled();
      case CZ -> Z.controlled();
      case CH -> H.controlled();
      case CSX -> SX.controlled();
      case CP -> phaseGate(a[0]).controlled();
      case CRX -> rotation(X, a[0]).controlled();
      case CRY -> rotation(Y, a[0]).controlled();
      case CRZ -> rotation(Z, a[0]).controlled();
      case CU3 -> libraryCu(a[0], a[1], a[2], 0);
      case CU -> libraryCu(a[0], a[1], a[2], a[3]);
      case SWAP -> SWAP;
      case RXX -> rotation(X.tensor(X), a[0]);
      case RZZ -> rotation(Z.tensor(Z), a[0]);
      case ECR ->
          ID.tensor(X).plus(X.tensor(Y).times(Complex.of(-1))).times(Complex.of(Math.sqrt(.5)));
      case CCX -> X.controlled().controlled();
      case CSWAP -> SWAP.controlled();
      case C3X -> X.controlled().controlled().controlled();
      case C3SX -> SX.controlled().controlled().controlled();
      case C4X -> X.controlled().controlled().controlled().controlled();
    };
  }

  /** exp(−iθG/2) for G² = 1. */
  private static Matrix rotation(Matrix generator, double theta) {
    return Matrix.identity(generator.size())
        .times(Complex.of(Math.cos(theta / 2)))
        .plus(generator.times(new Complex(0, -Math.sin(theta / 2))));
  }

  private static Matrix phaseGate(double phase) {
    return Matrix.diagonal(Complex.ONE, Complex.phase(phase));
  }

  /** Rz(φ)·Ry(θ)·Rz(λ): determinant 1. */
  private static Matrix zyz(double phi, double theta, double lambda) {
    return rotation(Z, phi).times(rotation(Y, theta)).times(rotation(Z, lambda));
  }

  /** The matrix of U as the OpenQASM 3.0 specification prints it. */
  private static Matrix specificationU(double theta, double phi, double lambda) {
    Complex turn = Complex.phase(theta);
    Complex sum = Complex.ONE.plus(turn).times(.5);
    Complex difference = Complex.ONE.plus(turn.times(-1)).times(.5);
    return Matrix.rows(
        new Complex[] {
          sum, new Complex(0, -1).times(Complex.phase(lambda)).times(difference),
        },
        new Complex[] {
          Complex.I.times(Complex.phase(phi)).times(difference),
          Complex.phase(phi + lambda).times(sum),
        });
  }

  /** The sequence of one-qubit gates and CX by which qelib1.inc defines cu. */
  private static Matrix libraryCu(double theta, double phi, double lambda, double gamma) {
    Matrix cx = X.controlled();
    Matrix onControl = phaseGate(gamma).times(phaseGate((lambda + phi) / 2));
    return onTarget(zyz(phi, theta / 2, 0))
        .times(cx)
        .times(onTarget(zyz(0, -theta / 2, -(phi + lambda) / 2)))
        .times(cx)
        .times(onTarget(rotation(Z, (lambda - phi) / 2)))
        .times(ID.tensor(onControl));
  }

  private static Matrix onTarget(Matrix matrix) {
    return matrix.tensor(ID);
  }
}
