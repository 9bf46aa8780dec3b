package io.qhyper.noise;

import java.util.Arrays;
import java.util.List;

/** Reads numbers with names, such as {@code p1=0.001,p2=0.00375}. */
final class Numbers {
  private Numbers() {}

  /**
   * The numbers of all names, in the order of the names.
   *
   * @param whole what the user wrote, for messages
   * @throws IllegalArgumentException if one is missing, given twice, unknown or no number
   */
  static double[] named(String whole, String text, String... names) {
    double[] values = new double[names.length];
    boolean[] isGiven = new boolean[names.length];
    for (String part : text.split(",", -1)) {
      int equals = part.indexOf('=');
      int which = equals < 0 ? -1 : List.of(names).indexOf(part.substring(0, equals).strip());
      if (which < 0 || isGiven[which]) {
        throw wrong(whole, names);
      }
      isGiven[which] = true;
      try {
        values[which] = Double.parseDouble(part.substring(equals + 1).strip());
      } catch (NumberFormatException e) {
        throw wrong(whole, names);
      }
    }
    for (boolean given : isGiven) {
      if (!given) {
        throw wrong(whole, names);
      }
    }
    return values;
  }

  private static IllegalArgumentException wrong(String whole, String... names) {
    String expected = String.join(",", Arrays.stream(names).map(name -> name + "=NUMBER").toList());
    return new IllegalArgumentException(
        "noise '" + whole + "' must have " + expected + " after its colon");
  }
}
