package io.qhyper.qasm;

import io.qhyper.circuit.Angle;
import java.util.function.Supplier;

/** Operators on values. */
final class Arithmetic {
  /** The most parameters of one angle. */
  private static final int MAX_TERMS = 256;

  private Arithmetic() {}

  static double finite(double value, Span span) {
    if (!Double.isFinite(value)) {
      throw span.error("the result is not a finite number");
    }
    return value;
  }

  /** The number itself, if it depends on no parameter. */
  static double constant(Value.Quantity number, Span span) {
    if (!number.angle().isConstant()) {
      throw new SymbolicAngleException(
          span,
          "this must be a constant, but depends on '"
              + number.angle().terms().get(0).parameter()
              + "': angles may only add parameters up, with constant factors");
    }
    return number.angle().constant();
  }

  static Value signed(String sign, Value value, Span span) {
    if (sign.equals("!")) {
      return new Value.Truth(!truth(value, span));
    }
    if (sign.equals("-") && value instanceof Value.Time time) {
      return time(time, -time.amount());
    }
    Value.Quantity number = number(value, span);
    return sign.equals("-")
        ? new Value.Quantity(number.angle().negated(), number.integral())
        : number;
  }

  static Value power(Value base, Value exponent, Span span) {
    Value.Quantity left = number(base, span);
    Value.Quantity right = number(exponent, span);
    double k = constant(right, span);
    if (k == 1) {
      return left;
    }
    double result = finite(Math.pow(constant(left, span), k), span);
    return new Value.Quantity(Angle.of(result), left.integral() && right.integral() && k >= 0);
  }

  static Value combine(String operator, Value left, Value right, Span span) {
    if (left instanceof Value.Time || right instanceof Value.Time) {
      return scaled(operator, left, right, span);
    }
    return switch (operator) {
      case "==" -> new Value.Truth(equal(left, right, span));
      case "!=" -> new Value.Truth(!equal(left, right, span));
      default -> combine(operator, number(left, span), number(right, span), span);
    };
  }

  private static Value combine(String operator, Value.Quantity a, Value.Quantity b, Span span) {
    boolean integral = a.integral() && b.integral();
    return switch (operator) {
      case "+" -> new Value.Quantity(sum(a.angle(), b.angle(), span), integral);
      case "-" -> new Value.Quantity(sum(a.angle(), b.angle().negated(), span), integral);
      case "*" ->
          b.angle().isConstant()
              ? scaled(a, constant(b, span), integral, span)
              : scaled(b, constant(a, span), integral, span);
      case "/" -> quotient(a, nonzero(constant(b, span), span), integral, span);
      case "%" -> {
        double modulus = nonzero(constant(b, span), span);
        yield new Value.Quantity(Angle.of(constant(a, span) % modulus), integral);
      }
      default -> new Value.Truth(compare(operator, constant(a, span), constant(b, span)));
    };
  }

  /** A number is divided itself, to be exact; the coefficients of an angle are multiplied. */
  private static Value quotient(Value.Quantity a, double divisor, boolean integral, Span span) {
    return a.angle().isConstant()
        ? new Value.Quantity(Angle.of(finite(a.angle().constant() / divisor, span)), integral)
        : scaled(a, 1 / divisor, integral, span);
  }

  private static boolean compare(String operator, double a, double b) {
    return switch (operator) {
      case "<" -> a < b;
      case ">" -> a > b;
      case "<=" -> a <= b;
      default -> a >= b;
    };
  }

  private static Angle sum(Angle a, Angle b, Span span) {
    finite(a.constant() + b.constant(), span);
    Angle sum =
        a.terms().isEmpty() && b.terms().isEmpty()
            ? Angle.of(a.constant() + b.constant())
            : finiteTerms(() -> a.plus(b), span);
    if (sum.terms().size() > MAX_TERMS) {
      throw span.error("an angle may have " + MAX_TERMS + " parameters, got more");
    }
    return sum;
  }

  private static Value.Quantity scaled(
      Value.Quantity a, double factor, boolean integral, Span span) {
    finite(a.angle().constant() * factor, span);
    return new Value.Quantity(finiteTerms(() -> a.angle().times(factor), span), integral);
  }

  /** Angles check their coefficients themselves. */
  private static Angle finiteTerms(Supplier<Angle> angle, Span span) {
    try {
      return angle.get();
    } catch (IllegalArgumentException notFinite) {
      throw span.error(notFinite.getMessage());
    }
  }

  private static double nonzero(double divisor, Span span) {
    if (divisor == 0) {
      throw span.error("division by zero");
    }
    return divisor;
  }

  private static Value scaled(String operator, Value left, Value right, Span span) {
    if (operator.equals("*") && left instanceof Value.Time time) {
      return time(time, finite(time.amount() * constant(number(right, span), span), span));
    }
    if (operator.equals("*") && right instanceof Value.Time time) {
      return time(time, finite(time.amount() * constant(number(left, span), span), span));
    }
    if (operator.equals("/") && left instanceof Value.Time time) {
      double divisor = nonzero(constant(number(right, span), span), span);
      return time(time, finite(time.amount() / divisor, span));
    }
    throw span.error("durations may only be multiplied and divided by numbers");
  }

  private static Value time(Value.Time time, double amount) {
    return new Value.Time(amount, time.unit());
  }

  private static boolean equal(Value left, Value right, Span span) {
    return (left instanceof Value.Quantity a && right instanceof Value.Quantity b)
        ? constant(a, span) == constant(b, span)
        : truth(left, span) == truth(right, span);
  }

  static boolean truth(Value value, Span span) {
    if (value instanceof Value.Truth truth) {
      return truth.holds();
    }
    return constant(number(value, span), span) != 0;
  }

  /** A value as a number that depends on no parameter: true is 1 and false is 0. */
  static double bit(Value value, Span span) {
    return value instanceof Value.Truth truth
        ? (truth.holds() ? 1 : 0)
        : constant(number(value, span), span);
  }

  private static Value.Quantity number(Value value, Span span) {
    if (value instanceof Value.Quantity number) {
      return number;
    }
    throw span.error("expected a number");
  }
}
