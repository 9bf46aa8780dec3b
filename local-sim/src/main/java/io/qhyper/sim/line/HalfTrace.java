package io.qhyper.sim.line;

import java.util.List;

/**
 * How a half came about.
 *
 * @param parts how the two came about that it begins as; none if it begins as a product state
 * @param copies the family before every {@value #EVERY}th step
 * @param end the family after all steps
 */
record HalfTrace(List<HalfTrace> parts, List<Family> copies, Family end) {
  /** Steps from one copy to the next. */
  static final int EVERY = 4;
}
