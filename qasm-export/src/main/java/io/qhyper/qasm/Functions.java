package io.qhyper.qasm;

import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/** The built-in functions of numbers, of both versions. */
final class Functions {
  private static final Map<String, DoubleUnaryOperator> OF_ONE =
      Map.ofEntries(
          Map.entry("sin", Math::sin),
          Map.entry("cos", Math::cos),
          Map.entry("tan", Math::tan),
          Map.entry("arcsin", Math::asin),
          Map.entry("arccos", Math::acos),
          Map.entry("arctan", Math::atan),
          Map.entry("asin", Math::asin),
          Map.entry("acos", Math::acos),
          Map.entry("atan", Math::atan),
          Map.entry("sqrt", Math::sqrt),
          Map.entry("exp", Math::exp),
          Map.entry("ln", Math::log),
          Map.entry("log", Math::log),
          Map.entry("floor", Math::floor),
          Map.entry("ceiling", Math::ceil),
          Map.entry("float", x -> x),
          Map.entry("angle", x -> x),
          Map.entry("int", Functions::cut),
          Map.entry("uint", Functions::cut));

  private static final Map<String, DoubleBinaryOperator> OF_TWO =
      Map.of("mod", (a, b) -> a - b * Math.floor(a / b), "pow", Math::pow);

  private Functions() {}

  private static double cut(double x) {
    return x < 0 ? Math.ceil(x) : Math.floor(x);
  }

  /** Whether a function gives whole numbers. */
  static boolean isWhole(String name) {
    return name.equals("int")
        || name.equals("uint")
        || name.equals("floor")
        || name.equals("ceiling");
  }

  /** The value of a function. */
  static double apply(Expression.Call call, double[] arguments) {
    String name = call.function();
    if (!OF_ONE.containsKey(name) && !OF_TWO.containsKey(name)) {
      throw call.span().error("the function '" + name + "' is not known");
    }
    int takes = OF_ONE.containsKey(name) ? 1 : 2;
    if (arguments.length != takes) {
      throw call.span()
          .error(
              "'"
                  + name
                  + "' takes "
                  + Unsupported.count(takes, "argument")
                  + ", got "
                  + arguments.length);
    }
    return takes == 1
        ? OF_ONE.get(name).applyAsDouble(arguments[0])
        : OF_TWO.get(name).applyAsDouble(arguments[0], arguments[1]);
  }
}
