package io.qhyper.qasm;

import io.qhyper.circuit.Angle;
import java.math.BigDecimal;
import java.math.MathContext;

/** Prints numbers and angles so that reading them back gives the same {@code double}. */
final class Decimals {
  private static final MathContext DIGITS = new MathContext(17);

  private Decimals() {}

  /** A plain decimal with at most 17 significant digits and always a point; −0.0 as 0.0. */
  static String print(double value) {
    String shortest = printShort(value);
    return shortest.contains(".") ? shortest : shortest + ".0";
  }

  /** A plain decimal with at most 17 significant digits, whole numbers without a point. */
  static String printShort(double value) {
    BigDecimal rounded = new BigDecimal(value).round(DIGITS);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  /** An affine expression; a bare parameter or number where that is all there is. */
  static String print(Angle angle) {
    StringBuilder text = new StringBuilder();
    for (Angle.Term term : angle.terms()) {
      double size = Math.abs(term.coefficient());
      sign(text, term.coefficient()).append(size == 1 ? "" : print(size) + "*");
      text.append(term.parameter().name());
    }
    if (angle.constant() != 0 || text.isEmpty()) {
      sign(text, angle.constant()).append(print(Math.abs(angle.constant())));
    }
    return text.toString();
  }

  private static StringBuilder sign(StringBuilder text, double factor) {
    if (text.isEmpty()) {
      return text.append(factor < 0 ? "-" : "");
    }
    return text.append(factor < 0 ? " - " : " + ");
  }
}
