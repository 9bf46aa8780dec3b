package io.qhyper.sim.mps;

import java.util.List;

/**
 * The most probable values of some sites.
 *
 * @param values at most as many as were asked for, by descending probability
 * @param unseen no value that is not listed is more probable than this; the list is proven to be
 *     the top where that is at most its last probability
 */
public record TopValues(List<Value> values, double unseen) {
  public TopValues {
    values = List.copyOf(values);
  }

  /**
   * A value.
   *
   * @param words packed: site k in bit k & 63 of word k / 64; sites not shown are 0
   * @param probability exact
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Value(long[] words, double probability) {}
}
