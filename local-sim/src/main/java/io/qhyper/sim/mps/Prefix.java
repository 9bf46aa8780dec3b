package io.qhyper.sim.mps;

/**
 * What the first sites of a right-canonical state leave to the others when some of them have shown
 * their values and the rest is summed over: rows V at a bond, the density matrix there being V†·V.
 *
 * @param rows V; a single row as long as nothing is summed over
 */
record Prefix(ComplexMatrix rows) {
  static final Prefix EMPTY = new Prefix(ComplexMatrix.identity(1));

  /** The prefix with one more site showing a value. */
  Prefix showing(Site site, int value) {
    return new Prefix(rows.times(site.of(value)));
  }

  /** The prefix with one more site summed over. */
  Prefix over(Site site) {
    ComplexMatrix both = new Site(rows.times(site.zero()), rows.times(site.one())).stacked();
    // V†V = R†R, and R has no more rows than columns.
    return new Prefix(both.rows() <= both.columns() ? both : new PivotedQr(both, 0, 0).r());
  }

  /** The probability that the sites show these values. */
  double probability() {
    return rows.squaredNorm();
  }
}
