package io.qhyper.optim;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** States as decimal text and back: the plainest journal there is. */
final class PlainText {

  private PlainText() {}

  static OptimizerState throughText(OptimizerState state) {
    final StringBuilder text = new StringBuilder().append(state.steps()).append('\n');
    state
        .vectors()
        .forEach((name, values) -> text.append(name).append(Arrays.toString(values)).append('\n'));
    final String[] lines = text.toString().split("\n", -1);
    final Map<String, double[]> vectors = new LinkedHashMap<>();
    for (int i = 1; i < lines.length - 1; i++) {
      final int bracket = lines[i].indexOf('[');
      final String numbers = lines[i].substring(bracket + 1, lines[i].length() - 1);
      vectors.put(
          lines[i].substring(0, bracket),
          Arrays.stream(numbers.split(", ", -1)).mapToDouble(Double::parseDouble).toArray());
    }
    return new OptimizerState(Long.parseLong(lines[0]), vectors);
  }
}
