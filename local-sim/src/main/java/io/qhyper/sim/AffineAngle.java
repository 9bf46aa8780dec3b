package io.qhyper.sim;

import io.qhyper.circuit.Angle;
import io.qhyper.circuit.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

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

  static AffineAngle of(double constant) {
    return new AffineAngle(constant, new int[0], new double[0]);
  }

  /** This angle times a factor. */
  AffineAngle times(double factor) {
    return new AffineAngle(
        constant * factor, index, Arrays.stream(coefficient).map(c -> c * factor).toArray());
  }

  /** The sum of two angles. */
  AffineAngle plus(AffineAngle other) {
    return new AffineAngle(
        constant + other.constant,
        IntStream.concat(Arrays.stream(index), Arrays.stream(other.index)).toArray(),
        DoubleStream.concat(Arrays.stream(coefficient), Arrays.stream(other.coefficient))
            .toArray());
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
