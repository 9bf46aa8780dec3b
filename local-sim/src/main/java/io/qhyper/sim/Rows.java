package io.qhyper.sim;

/** Checks rows of parameter values. */
final class Rows {
  private Rows() {}

  /**
   * The row.
   *
   * @throws IllegalArgumentException if its length is not the number of parameters or a value is
   *     not finite
   */
  static double[] check(Plan plan, double[] row) {
    if (row.length != plan.parameters().size()) {
      throw new IllegalArgumentException(
          "the program has "
              + plan.parameters().size()
              + " parameters, the row has "
              + row.length
              + " values");
    }
    for (int i = 0; i < row.length; i++) {
      if (!Double.isFinite(row[i])) {
        throw new IllegalArgumentException(
            "parameter " + plan.parameters().get(i) + " must be finite, got " + row[i]);
      }
    }
    return row;
  }
}
