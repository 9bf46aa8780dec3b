package io.qhyper.sandbox;

import java.util.List;
import java.util.Map;

/**
 * One program of a job with the values of its inputs (section 3.2).
 *
 * @param text OpenQASM
 * @param values of the inputs
 */
record Pub(String text, Values values, int shots) {

  /** What a program's inputs are. */
  sealed interface Values {
    /** Number of rows that are run. */
    default int rows() {
      return 1;
    }
  }

  /** The program has no inputs. */
  record None() implements Values {}

  /** One row, by the names of the inputs. */
  record Named(Map<String, Double> values) implements Values {}

  /** One row, in the order of the names of the inputs. */
  record Row(List<Double> values) implements Values {}

  /** Rows likewise; samples are nested by row. */
  record Table(List<List<Double>> values) implements Values {
    @Override
    public int rows() {
      return values.size();
    }
  }

  /** Number of rows that are run. */
  int rows() {
    return values.rows();
  }
}
