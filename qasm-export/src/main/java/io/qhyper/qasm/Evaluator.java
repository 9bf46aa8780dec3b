package io.qhyper.qasm;

import io.qhyper.circuit.Angle;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Works out expressions: numbers, affine angles, truth values and durations. */
final class Evaluator implements Expression.Visitor<Value> {
  private static final Map<String, Double> CONSTANTS =
      Map.of(
          "pi",
          Math.PI,
          "π",
          Math.PI,
          "tau",
          2 * Math.PI,
          "τ",
          2 * Math.PI,
          "euler",
          Math.E,
          "ℇ",
          Math.E);

  private static final Set<String> LOGICAL = Set.of("&&", "||");

  /** Whole numbers beyond this one are not exact. */
  private static final double LARGEST_WHOLE = 1L << 53;

  private final Scope scope;
  private final Budget budget;

  Evaluator(Scope scope, Budget budget) {
    this.scope = scope;
    this.budget = budget;
  }

  Scope scope() {
    return scope;
  }

  Value value(Expression expression) {
    budget.steps(1, expression.span());
    return expression.accept(this);
  }

  /** An angle in radians, affine in parameters. */
  Angle angle(Expression expression) {
    return number(expression).angle();
  }

  Value.Quantity number(Expression expression) {
    if (value(expression) instanceof Value.Quantity number) {
      return number;
    }
    throw expression.span().error("expected a number");
  }

  boolean truth(Expression expression) {
    Value value = value(expression);
    if (value instanceof Value.Truth truth) {
      return truth.holds();
    }
    if (value instanceof Value.Quantity number) {
      return Arithmetic.constant(number, expression.span()) != 0;
    }
    throw expression.span().error("expected a condition");
  }

  /** A number that depends on no parameter. */
  double constant(Expression expression) {
    return Arithmetic.constant(number(expression), expression.span());
  }

  /** A whole number that depends on no parameter. */
  long whole(Expression expression) {
    Value.Quantity number = number(expression);
    double value = Arithmetic.constant(number, expression.span());
    double cut = number.integral() ? (value < 0 ? Math.ceil(value) : Math.floor(value)) : value;
    if (!(Math.abs(cut) <= LARGEST_WHOLE) || cut != Math.rint(cut)) {
      throw expression.span().error("expected a whole number, got " + value);
    }
    return (long) cut;
  }

  @Override
  public Value whole(Expression.Whole whole) {
    double value = whole.value().doubleValue();
    if (!Double.isFinite(value)) {
      throw whole.span().error("the number is too large");
    }
    return Value.Quantity.whole(value);
  }

  @Override
  public Value real(Expression.Real real) {
    return Value.Quantity.of(real.value());
  }

  @Override
  public Value truth(Expression.Truth truth) {
    return new Value.Truth(truth.value());
  }

  @Override
  public Value timing(Expression.Timing timing) {
    return new Value.Time(timing.value(), timing.unit());
  }

  @Override
  public Value bitString(Expression.BitText bits) {
    throw bits.span().error("bit strings are supported only in comparisons with a register");
  }

  @Override
  public Value name(Expression.Name name) {
    Optional<Symbol> declared = scope.find(name.name(), name.span());
    if (declared.isEmpty() && CONSTANTS.containsKey(name.name())) {
      return Value.Quantity.of(CONSTANTS.get(name.name()));
    }
    Symbol symbol = declared.orElseGet(() -> scope.resolve(name.name(), name.span()));
    if (symbol instanceof Symbol.Constant known) {
      return known.value();
    }
    if (symbol instanceof Symbol.Input input) {
      return input.value();
    }
    throw unknown(name.span(), name.name(), symbol);
  }

  @Override
  public Value element(Expression.Element element) {
    String name = element.operand().name();
    throw unknown(element.span(), name, scope.resolve(name, element.span()));
  }

  private static QasmSyntaxException unknown(Span span, String name, Symbol symbol) {
    return symbol instanceof Symbol.Bits
        ? span.error(
            "'"
                + name
                + "' is "
                + symbol.kind()
                + ": it can be asked for in 'if' with !, &&, ||, == and != only")
        : span.error("expected a number, '" + name + "' is " + symbol.kind());
  }

  @Override
  public Value call(Expression.Call call) {
    List<Expression> arguments = call.arguments();
    if (call.function().equals("float") || call.function().equals("angle")) {
      return new Value.Quantity(angle(arguments.get(0)), false);
    }
    if (call.function().equals("bool")) {
      return new Value.Truth(truth(arguments.get(0)));
    }
    double[] values = arguments.stream().mapToDouble(this::constant).toArray();
    double result = Arithmetic.finite(Functions.apply(call, values), call.span());
    return Functions.isWhole(call.function())
        ? Value.Quantity.whole(result)
        : Value.Quantity.of(result);
  }

  @Override
  public Value chain(Expression.Chain chain) {
    List<Expression> operands = chain.operands();
    if (LOGICAL.contains(chain.operators().get(0))) {
      boolean and = chain.operators().get(0).equals("&&");
      return new Value.Truth(
          and ? operands.stream().allMatch(this::truth) : operands.stream().anyMatch(this::truth));
    }
    Value left = value(operands.get(0));
    for (int i = 1; i < operands.size(); i++) {
      Value right = value(operands.get(i));
      left = Arithmetic.combine(chain.operators().get(i - 1), left, right, operands.get(i).span());
    }
    return left;
  }

  @Override
  public Value signed(Expression.Signed signed) {
    return withSigns(signed.signs(), value(signed.operand()), signed.span());
  }

  private static Value withSigns(List<String> signs, Value operand, Span span) {
    Value value = operand;
    for (int i = signs.size() - 1; i >= 0; i--) {
      value = Arithmetic.signed(signs.get(i), value, span);
    }
    return value;
  }

  @Override
  public Value power(Expression.Power power) {
    List<Expression.Exponent> exponents = power.exponents();
    Value result = value(exponents.get(exponents.size() - 1).operand());
    for (int i = exponents.size() - 1; i >= 0; i--) {
      Value exponent = withSigns(exponents.get(i).signs(), result, power.span());
      Value base = value(i == 0 ? power.base() : exponents.get(i - 1).operand());
      result = Arithmetic.power(base, exponent, power.span());
    }
    return result;
  }
}
