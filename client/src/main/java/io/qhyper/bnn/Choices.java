package io.qhyper.bnn;

import java.util.List;

/** Finds the value of an option by the name it prints. */
final class Choices {
  private Choices() {}

  static <T> T parse(String meaning, String text, List<T> values) {
    return values.stream()
        .filter(value -> value.toString().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    meaning + " must be one of " + values + ", got " + text));
  }
}
