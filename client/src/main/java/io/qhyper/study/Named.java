package io.qhyper.study;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Finds constants by the names that users type. */
final class Named {
  private Named() {}

  /**
   * The constant whose text is {@code text}.
   *
   * @throws IllegalArgumentException if there is none, naming those there are
   */
  static <E extends Enum<E>> E among(E[] all, String what, String text) {
    for (E one : all) {
      if (one.toString().equals(text)) {
        return one;
      }
    }
    throw new IllegalArgumentException(
        what
            + " must be one of "
            + Arrays.stream(all).map(E::toString).collect(Collectors.joining(", "))
            + ", got '"
            + text
            + "'");
  }
}
