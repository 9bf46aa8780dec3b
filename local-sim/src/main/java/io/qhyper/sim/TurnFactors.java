package io.qhyper.sim;

import io.qhyper.sim.BasicGate.Fixed;
import io.qhyper.sim.BasicGate.Rotation;
import io.qhyper.sim.BasicGate.Single;
import io.qhyper.sim.line.Settings;
import io.qhyper.sim.line.Slopes;
import java.util.Arrays;
import java.util.List;

/** The gates on one qubit between two pairs: factors of one turn. Immutable. */
final class TurnFactors {
  private final Single[] factors;
  private final double[][] rotors; // of fixed factors: how they turn x, y, z; else empty
  private final boolean constant;

  TurnFactors(List<Single> factors) {
    this.factors = factors.toArray(new Single[0]);
    this.rotors = new double[factors.size()][];
    boolean all = true;
    for (int k = 0; k < rotors.length; k++) {
      rotors[k] = this.factors[k] instanceof Fixed fixed ? Rotor.of(fixed.matrix()) : new double[0];
      all &= !(this.factors[k] instanceof Rotation rotation) || rotation.angle().isConstant();
    }
    this.constant = all;
  }

  /** Whether the turn is the same for all rows. */
  boolean isConstant() {
    return constant;
  }

  /** The parameters that its rotations depend on; one may come more than once. */
  int[] parameters() {
    return Arrays.stream(factors)
        .filter(Rotation.class::isInstance)
        .flatMapToInt(factor -> Arrays.stream(((Rotation) factor).angle().index()))
        .toArray();
  }

  /** Writes the turn's matrix for one row to the settings. */
  void fill(double[] row, double[] turns, int slot) {
    int at = slot * Settings.TURN;
    identity(turns, at);
    for (Single factor : factors) {
      if (factor instanceof Rotation rotation) {
        rotate(rotation.axis(), rotation.angle().value(row), turns, at);
      } else if (factor instanceof Fixed fixed) {
        multiply(fixed.matrix(), turns, at);
      }
    }
  }

  private static void identity(double[] m, int at) {
    Arrays.fill(m, at, at + Settings.TURN, 0);
    m[at] = 1;
    m[at + 3] = 1;
  }

  /** Multiplies from the left by a rotation; both columns of the matrix alike. */
  private static void rotate(Axis axis, double angle, double[] m, int at) {
    double c = Math.cos(angle / 2);
    double s = Math.sin(angle / 2);
    for (int column = at; column < at + 2; column++) {
      double re0 = m[column];
      double re1 = m[column + 2];
      double im0 = m[column + 4];
      double im1 = m[column + 6];
      switch (axis) {
        case X -> {
          m[column] = c * re0 + s * im1;
          m[column + 4] = c * im0 - s * re1;
          m[column + 2] = c * re1 + s * im0;
          m[column + 6] = c * im1 - s * re0;
        }
        case Y -> {
          m[column] = c * re0 - s * re1;
          m[column + 4] = c * im0 - s * im1;
          m[column + 2] = s * re0 + c * re1;
          m[column + 6] = s * im0 + c * im1;
        }
        case Z -> {
          m[column] = c * re0 + s * im0;
          m[column + 4] = c * im0 - s * re0;
          m[column + 2] = c * re1 - s * im1;
          m[column + 6] = c * im1 + s * re1;
        }
      }
    }
  }

  private static void multiply(double[] f, double[] m, int at) {
    for (int column = at; column < at + 2; column++) {
      double re0 = m[column];
      double re1 = m[column + 2];
      double im0 = m[column + 4];
      double im1 = m[column + 6];
      m[column] = f[0] * re0 - f[4] * im0 + f[1] * re1 - f[5] * im1;
      m[column + 4] = f[0] * im0 + f[4] * re0 + f[1] * im1 + f[5] * re1;
      m[column + 2] = f[2] * re0 - f[6] * im0 + f[3] * re1 - f[7] * im1;
      m[column + 6] = f[2] * im0 + f[6] * re0 + f[3] * im1 + f[7] * re1;
    }
  }

  /**
   * Adds to a gradient by the row what this turn contributes.
   *
   * <p>The slopes x, y, z right after the turn are those right before its last factor, seen in a
   * frame that this factor turns; a rotation's own derivative is the slope along its axis.
   *
   * @param slopes of all turns
   */
  void chain(double[] row, double[] slopes, int slot, double[] gradient) {
    if (constant) {
      return;
    }
    int at = slot * Slopes.TURN;
    double[] g = {slopes[at], slopes[at + 1], slopes[at + 2]};
    for (int k = factors.length - 1; k >= 0; k--) {
      if (factors[k] instanceof Rotation rotation) {
        AffineAngle angle = rotation.angle();
        int axis = rotation.axis().number();
        angle.chain(g[axis], gradient);
        Rotor.undo(axis, angle.value(row), g);
      } else {
        Rotor.undo(rotors[k], g);
      }
    }
  }
}
