package io.qhyper.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Compares observed with expected frequencies. */
public final class Statistics {
  /** A test of true hypotheses fails with probability e^(−15) = 3e-7 at most. */
  private static final double LOG_ODDS = 15;

  private Statistics() {}

  /**
   * Pearson's χ² over all outcomes that are expected 5 times, the rest in one cell, against the
   * bound k + 2√(kx) + 2x of Laurent and Massart (2000) for k degrees of freedom; outcomes of
   * probability 0 must not occur.
   */
  public static void assertDrawnFrom(
      Map<Long, Double> distribution, Map<Long, Long> counts, String description) {
    long shots = counts.values().stream().mapToLong(c -> c).sum();
    double rareExpected = 0;
    double rareSeen = 0;
    double chiSquare = 0;
    int cells = 0;
    Set<Long> outcomes = new TreeSet<>(distribution.keySet());
    outcomes.addAll(counts.keySet());
    for (long outcome : outcomes) {
      double expected = shots * distribution.getOrDefault(outcome, 0.0);
      double seen = counts.getOrDefault(outcome, 0L);
      if (expected < 1e-12 * shots) {
        assertThat(seen).as("%s: impossible outcome %d", description, outcome).isZero();
      } else if (expected < 5) {
        rareExpected += expected;
        rareSeen += seen;
      } else {
        chiSquare += (seen - expected) * (seen - expected) / expected;
        cells++;
      }
    }
    if (rareExpected >= 5) {
      chiSquare += (rareSeen - rareExpected) * (rareSeen - rareExpected) / rareExpected;
      cells++;
    } else {
      // A Poisson number of mean below 5 exceeds 25 with probability below 1e-9.
      assertThat(rareSeen).as(description).isLessThan(26);
    }
    int k = Math.max(1, cells - 1);
    assertThat(chiSquare)
        .as("%s: χ² with %d degrees of freedom", description, k)
        .isLessThan(k + 2 * Math.sqrt(k * LOG_ODDS) + 2 * LOG_ODDS);
  }
}
