package io.qhyper.sim;

import io.qhyper.shots.BitString;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Outcomes read off the table of all probabilities of a register. */
final class TableOutcomes implements RegisterOutcomes {
  private static final Comparator<TopOutcomes.Outcome> WORST_FIRST =
      Comparator.comparingDouble(TopOutcomes.Outcome::probability)
          .thenComparing(TopOutcomes.Outcome::bits, Comparator.reverseOrder());

  private final int width;
  private final double[] table;

  /** Outcomes of a register of {@code width} bits; the table is not copied. */
  TableOutcomes(int width, double[] table) {
    this.width = width;
    this.table = table;
  }

  @Override
  public Marginals marginals() {
    double[] ones = new double[width];
    double[][] both = new double[width][width];
    for (int a = 0; a < width; a++) {
      for (int b = a; b < width; b++) {
        both[a][b] = sum(1 << a | 1 << b);
        both[b][a] = both[a][b];
      }
      ones[a] = both[a][a];
    }
    return new Marginals(ones, both);
  }

  private double sum(int mask) {
    double sum = 0;
    // All numbers that hold the mask, ascending.
    for (int value = mask; value < table.length; value = value + 1 | mask) {
      sum += table[value];
    }
    return Math.min(1, sum);
  }

  @Override
  public TopOutcomes top(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("count must be at least 1, got " + count);
    }
    PriorityQueue<TopOutcomes.Outcome> best = new PriorityQueue<>(WORST_FIRST);
    double unseen = 0;
    for (int value = 0; value < table.length; value++) {
      boolean better = best.size() < count || table[value] > best.peek().probability();
      if (table[value] > 0 && better) {
        best.add(new TopOutcomes.Outcome(BitString.of(width, value), table[value]));
        if (best.size() > count) {
          unseen = Math.max(unseen, best.poll().probability());
        }
      } else {
        unseen = Math.max(unseen, table[value]);
      }
    }
    List<TopOutcomes.Outcome> outcomes = new ArrayList<>(best);
    outcomes.sort(WORST_FIRST.reversed());
    return new TopOutcomes(outcomes, unseen);
  }
}
