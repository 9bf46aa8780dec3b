package io.qhyper.sim;

import io.qhyper.circuit.Angle;
import io.qhyper.circuit.Parameter;
import java.util.List;

/**
 * An angle whose parameters are positions in a row: constant + Σ coefficient[i]·row[index[i]].
 *
 * @param constant in radians
 * @param index positions of parameters
 * @param coefficient their factors
 */
@SuppressWarnings("ArrayRecordComponent") // hot data, never compared
record AffineAngle(double constant, int[] index, double[] coefficient) {

  static AffineAngle of(Angle angle, List<Parameter> parameters) {
    return new AffineAngle(
        angle.constant(),
        angle.terms().stream().mapToInt(term -> parameters.indexOf(term.parameter())).toArray(),
        angle.terms().stream().mapToDouble(Angle.Term::coefficient).toArray());
  }

  boolean isConstant() {
    return index.length == 0;
  }

  double value(double[] row) {
    double sum = constant;
    for (int i = 0; i < index.length; i++) {
      sum += coefficient[i] * row[index[i]];
    }
    return sum;
  }

  /** Adds to a gradient by the row what a derivative by this angle contributes. */
  void chain(double derivative, double[] gradient) {
    for (int i = 0; i < index.length; i++) {
      gradient[index[i]] += coefficient[i] * derivative;
    }
  }
}
