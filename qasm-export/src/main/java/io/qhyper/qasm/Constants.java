package io.qhyper.qasm;

/** The values of {@code const} declarations, by their types. */
final class Constants {
  private Constants() {}

  static Value value(Statement.Constant constant, Evaluator evaluator) {
    Expression expression = constant.value();
    constant.type().width().ifPresent(width -> checkWidth(width, evaluator));
    return switch (constant.type().keyword()) {
      case "int" -> Value.Quantity.whole((double) evaluator.whole(expression));
      case "uint" -> unsigned(expression, evaluator);
      case "float", "angle" -> Value.Quantity.of(evaluator.constant(expression));
      case "bool" -> new Value.Truth(evaluator.truth(expression));
      default ->
          throw constant
              .type()
              .span()
              .error(
                  "constants of type '"
                      + constant.type().keyword()
                      + "' are not supported: use int, uint, float, angle or bool");
    };
  }

  private static Value unsigned(Expression expression, Evaluator evaluator) {
    long value = evaluator.whole(expression);
    if (value < 0) {
      throw expression.span().error("a 'uint' must not be negative, got " + value);
    }
    return Value.Quantity.whole((double) value);
  }

  /** Types of any width hold what a double holds; the width only has to make sense. */
  static void checkWidth(Expression width, Evaluator evaluator) {
    long bits = evaluator.whole(width);
    if (bits < 1) {
      throw width.span().error("the width of a type must be at least 1, got " + bits);
    }
  }
}
