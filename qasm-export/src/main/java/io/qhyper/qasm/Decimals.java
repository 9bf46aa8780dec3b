package io.qhyper.qasm;

import io.qhyper.circuit.Angle;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Prints numbers and angles so that reading them back gives the same {@code double}. */
final class Decimals {
  private static final MathContext DIGITS = new MathContext(17);

  private Decimals() {}

  /** A plain decimal with at most 17 significant digits and always a point. */
  static String print(double value) {
    BigDecimal rounded = new BigDecimal(value).round(DIGITS);
    String plain =
        (rounded.signum() == 0 ? BigDecimal.ZERO : rounded.stripTrailingZeros()).toPlainString();
    return plain.contains(".") ? plain : plain + ".0";
  }

  /** An affine expression; a bare parameter or number where that is all there is. */
  static String print(Angle angle) {
    StringBuilder text = new StringBuilder();
    for (Angle.Term term : angle.terms()) {
      append(text, term.coefficient(), term.parameter().name());
    }
    if (angle.constant() != 0 || text.isEmpty()) {
      append(text, angle.constant(), "");
    }
    return text.toString();
  }

  private static void append(StringBuilder text, double factor, String name) {
    if (!text.isEmpty()) {
      text.append(factor < 0 ? " - " : " + ");
    } else if (factor < 0) {
      text.append('-');
    }
    double size = Math.abs(factor);
    if (name.isEmpty()) {
      text.append(print(size));
    } else {
      text.append(size == 1 ? name : String.format(Locale.ROOT, "%s*%s", print(size), name));
    }
  }
}
