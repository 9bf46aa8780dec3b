package io.qhyper.sim.mps;

/** Lists the probabilities of all values of a few sites of a state. */
public final class SiteTable {
  private final MatrixProductState state;
  private final boolean[] shown;
  private final double[] table;

  private SiteTable(MatrixProductState state, int[] sites) {
    this.state = state;
    this.shown = new boolean[state.size()];
    for (int site : sites) {
      shown[site] = true;
    }
    this.table = new double[1 << sites.length];
  }

  /**
   * The probability of every value: 2^n entries, the i-th site listed in bit i of the index.
   *
   * <p>Cost: about 2^n products of a row and a bond-sized matrix.
   *
   * @param sites the n sites, ascending; all others are summed over
   */
  public static double[] of(MatrixProductState state, int[] sites) {
    SiteTable table = new SiteTable(state, sites);
    table.fill(Prefix.EMPTY, 0, 0, 0);
    return table.table;
  }

  private void fill(Prefix prefix, int from, int value, int place) {
    Prefix next = prefix;
    int site = from;
    while (site < state.size() && !shown[site]) {
      next = next.over(state.site(site++));
    }
    if (site == state.size()) {
      table[value] = next.probability();
    } else {
      Site here = state.site(site);
      fill(next.showing(here, 0), site + 1, value, place + 1);
      fill(next.showing(here, 1), site + 1, value | 1 << place, place + 1);
    }
  }
}
