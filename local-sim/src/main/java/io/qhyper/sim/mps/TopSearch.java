package io.qhyper.sim.mps;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;

/**
 * Finds the most probable values of a state's sites by branch and bound over prefixes.
 *
 * <p>A prefix is given up where its probability times the bound of {@link SuffixBounds} does not
 * beat the worst of the best found so far. A beam of prefixes finds good values first; then a
 * depth-first search looks through what may be better. Distributions with few likely values are
 * settled at once; nearly flat ones have too many prefixes, so the search ends after {@value
 * #STEPS} of them and says how probable a value that it has not seen may be.
 */
public final class TopSearch {
  private static final int STEPS = 200_000;
  private static final int LEAST_BEAM = 256;

  /** A child's share of its prefix's probability that is rounding. */
  private static final double ROUNDING = 1e-26;

  private static final Comparator<TopValues.Value> BEST_FIRST =
      Comparator.comparingDouble((TopValues.Value value) -> -value.probability())
          .thenComparing(TopValues.Value::words, Arrays::compare);

  private final MatrixProductState state;
  private final boolean[] shown;
  private final SuffixBounds bounds;
  private final int count;
  private final TreeSet<TopValues.Value> best = new TreeSet<>(BEST_FIRST);
  private int steps;
  private double unseen;

  private TopSearch(MatrixProductState state, int[] sites, int count) {
    this.state = state;
    this.shown = new boolean[state.size()];
    for (int site : sites) {
      shown[site] = true;
    }
    this.count = count;
    this.bounds = new SuffixBounds(state, shown);
  }

  /**
   * The most probable values; which ones among equals is not defined. Values of probability 0 are
   * not listed.
   *
   * @param sites those that show their values; all others are summed over
   * @param count how many values, at least 1
   * @throws CancellationException soon after the thread is interrupted
   */
  public static TopValues of(MatrixProductState state, int[] sites, int count) {
    TopSearch search = new TopSearch(state, sites, count);
    Node root = new Node(Prefix.EMPTY, 0, new long[(state.size() + 63) / 64]);
    search.beam(root);
    search.descend(root);
    return new TopValues(new ArrayList<>(search.best), Math.max(search.unseen, search.threshold()));
  }

  /** A prefix: values of all shown sites before one. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Node(Prefix prefix, int site, long[] words) {}

  private List<Node> children(Node node) {
    Prefix prefix = node.prefix();
    int site = node.site();
    while (site < state.size() && !shown[site]) {
      prefix = prefix.over(state.site(site++));
    }
    if (site == state.size()) {
      return List.of(new Node(prefix, site, node.words()));
    }
    List<Node> children = new ArrayList<>(2);
    double parent = prefix.probability();
    for (int value = 0; value < 2; value++) {
      Prefix next = prefix.showing(state.site(site), value);
      if (next.probability() > ROUNDING * parent) {
        long[] words = node.words().clone();
        words[site >>> 6] |= (long) value << site;
        children.add(new Node(next, site + 1, words));
      }
    }
    return children;
  }

  private double bound(Node node) {
    return node.prefix().probability() * bounds.from(node.site());
  }

  private void beam(Node root) {
    int width = Math.max(LEAST_BEAM, Math.multiplyExact(4, count));
    List<Node> beam = List.of(root);
    while (beam.get(0).site() < state.size()) {
      checkNotInterrupted();
      List<Node> next = new ArrayList<>();
      beam.forEach(node -> next.addAll(children(node)));
      next.sort(Comparator.comparingDouble(node -> -bound(node)));
      beam = next.size() > width ? new ArrayList<>(next.subList(0, width)) : next;
    }
    beam.forEach(this::keep);
  }

  private void keep(Node leaf) {
    best.add(new TopValues.Value(leaf.words(), leaf.prefix().probability()));
    if (best.size() > count) {
      best.pollLast();
    }
  }

  /** What a value must beat to be listed. */
  private double threshold() {
    return best.size() < count ? 0 : best.last().probability();
  }

  private void descend(Node node) {
    if (node.site() == state.size()) {
      keep(node);
      return;
    }
    if (++steps > STEPS) {
      unseen = Math.max(unseen, bound(node));
      return;
    }
    checkNotInterrupted();
    List<Node> children = new ArrayList<>(children(node));
    children.sort(Comparator.comparingDouble(child -> -bound(child)));
    for (Node child : children) {
      // Rounding apart: equals of the last value found need not be looked at.
      if (bound(child) > threshold() * (1 + 1e-12)) {
        descend(child);
      }
    }
  }

  private static void checkNotInterrupted() {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("the search was interrupted");
    }
  }
}
