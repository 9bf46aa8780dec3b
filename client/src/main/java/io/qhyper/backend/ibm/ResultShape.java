package io.qhyper.backend.ibm;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the result of a job must look like; it travels with the job as a tag, so that another
 * process can check and cut the result as well.
 *
 * @param pubs number of programs; 0 if not known
 * @param rowsPerPub rows of input values of each program, at least 1
 * @param shots of each row; 0 if not known
 * @param registers widths of the classical registers in the order of declaration; empty if not
 *     known
 */
record ResultShape(int pubs, int rowsPerPub, int shots, Map<String, Integer> registers) {
  /** Nothing is known: every program is taken to have one row. */
  static final ResultShape UNKNOWN = new ResultShape(0, 1, 0, Map.of());

  private static final Pattern TAG =
      Pattern.compile("qhyper-shape-(\\d{1,8})x(\\d{1,8})x(\\d{1,8})");

  ResultShape {
    registers = Collections.unmodifiableMap(new LinkedHashMap<>(registers));
  }

  /** The tag that tells all but the registers. */
  String tag() {
    return "qhyper-shape-" + pubs + "x" + rowsPerPub + "x" + shots;
  }

  /** The shape that a job's tags tell; registers are not known then. */
  static ResultShape ofTags(List<String> tags) {
    Optional<Matcher> match = tags.stream().map(TAG::matcher).filter(Matcher::matches).findFirst();
    return match
        .map(m -> new ResultShape(number(m, 1), Math.max(1, number(m, 2)), number(m, 3), Map.of()))
        .orElse(UNKNOWN);
  }

  private static int number(Matcher match, int group) {
    return Integer.parseInt(match.group(group));
  }
}
