package io.qhyper.cli;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values of a program's inputs as users type them. */
final class InputValues {
  /** Without a sign; Java's own literals such as 1f and 0x1p3 are no numbers here. */
  private static final String NUMBER = "(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?";

  private static final Pattern PLAIN = Pattern.compile("[+-]?" + NUMBER);
  private static final Pattern MULTIPLE_OF_PI =
      Pattern.compile("([+-]?)(?:(" + NUMBER + ")\\*)?(?:pi|π)(?:/(" + NUMBER + "))?");

  private InputValues() {}

  /**
   * The values in the order of the names.
   *
   * @throws IllegalArgumentException if a name is unknown or missing, or a value is no number
   */
  static double[] row(List<String> names, Map<String, String> values) {
    for (String name : values.keySet()) {
      if (!names.contains(name)) {
        throw new IllegalArgumentException("--set " + name + ": the program's inputs are " + names);
      }
    }
    return names.stream()
        .mapToDouble(
            name -> {
              if (!values.containsKey(name)) {
                throw new IllegalArgumentException(
                    "input " + name + " has no value; add --set " + name + "=VALUE");
              }
              return value(name, values.get(name).strip());
            })
        .toArray();
  }

  private static double value(String name, String text) {
    Matcher matcher = MULTIPLE_OF_PI.matcher(text);
    double value = Double.NaN;
    if (matcher.matches()) {
      double sign = matcher.group(1).equals("-") ? -1 : 1;
      value = sign * number(matcher.group(2)) * Math.PI / number(matcher.group(3));
    } else if (PLAIN.matcher(text).matches()) {
      value = Double.parseDouble(text);
    }
    if (Double.isFinite(value)) {
      return value;
    }
    throw new IllegalArgumentException(
        "--set " + name + " needs a finite number or a multiple of pi, got '" + text + "'");
  }

  private static double number(String text) {
    return text == null ? 1 : Double.parseDouble(text);
  }
}
