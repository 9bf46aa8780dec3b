package io.qhyper.shots;

import java.util.Random;
import java.util.stream.Collectors;

/** Random printed bitstrings. */
final class RandomBits {
  private RandomBits() {}

  static String text(Random random, int width) {
    return random.ints(width, 0, 2).mapToObj(Integer::toString).collect(Collectors.joining());
  }
}
