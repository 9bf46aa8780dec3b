package io.qhyper.qasm;

import io.qhyper.circuit.Delay.TimeUnit;
import java.math.BigInteger;
import java.util.Locale;

/** Numbers as the text writes them. */
final class Numerals {
  /** The most digits of a whole number. */
  private static final int MAX_DIGITS = 10_000;

  private Numerals() {}

  /** A whole number: decimal, or with 0x, 0b or 0o before its digits. */
  static Expression.Whole whole(Span span, String text) {
    if (text.length() > MAX_DIGITS) {
      throw span.error("a whole number may have " + MAX_DIGITS + " digits, got " + text.length());
    }
    String digits = text.replace("_", "").toLowerCase(Locale.ROOT);
    int radix =
        digits.startsWith("0x")
            ? 16
            : digits.startsWith("0b") ? 2 : digits.startsWith("0o") ? 8 : 10;
    return new Expression.Whole(
        span, new BigInteger(radix == 10 ? digits : digits.substring(2), radix));
  }

  /** A number with a point or an exponent. */
  static Expression.Real real(Span span, String text) {
    double value = text.length() > MAX_DIGITS ? Double.NaN : parse(text);
    if (!Double.isFinite(value)) {
      throw span.error("the number " + Unsupported.quoted(text) + " is too large");
    }
    return new Expression.Real(span, value);
  }

  /** A number with a unit of time. */
  static Expression.Timing timing(Span span, String text) {
    int end = text.length();
    while (!Character.isDigit(text.charAt(end - 1)) && text.charAt(end - 1) != '.') {
      end--;
    }
    String unit = text.substring(end).strip().replace('\u00b5', 'u').replace('\u03bc', 'u');
    double value = real(span, text.substring(0, end)).value();
    for (TimeUnit known : TimeUnit.values()) {
      if (known.text().equals(unit)) {
        return new Expression.Timing(span, value, known);
      }
    }
    throw span.error("unknown unit of time " + Unsupported.quoted(unit));
  }

  private static double parse(String text) {
    return Double.parseDouble(text.replace("_", ""));
  }
}
