package io.qhyper.sim.mps;

import java.util.Arrays;
import java.util.OptionalInt;

/** Brings a chain of tensors into right-canonical form with bonds of exact rank. */
final class Sweeps {
  /** Of the longest column: what rounding leaves of columns that others span. */
  private static final double ROUNDING = 4e-16;

  /** Amplitudes of a normalised state that count as 0. */
  private static final double NEGLIGIBLE = 1e-14;

  private Sweeps() {}

  /**
   * Replaces the tensors by those of the same state, normalised.
   *
   * <p>From left to right each tensor hands what its orthonormal columns cannot hold to the next
   * one; then from right to left, where the rows of R weigh what they carry, rows that carry
   * nothing are dropped, and above a largest bond those of the smallest singular values.
   *
   * @return the sum of the squared singular values cut off for a largest bond
   */
  static double canonicalise(Site[] sites, OptionalInt maxBond) {
    int last = sites.length - 1;
    for (int k = 0; k < last; k++) {
      PivotedQr qr = new PivotedQr(sites[k].stacked(), ROUNDING, 0);
      sites[k] = Site.ofStacked(qr.q());
      sites[k + 1] = sites[k + 1].leftTimes(qr.r());
    }
    normalise(sites, last);
    double discarded = 0;
    for (int k = last; k > 0; k--) {
      PivotedQr qr = new PivotedQr(sites[k].mirrored().stacked(), 0, NEGLIGIBLE);
      ComplexMatrix basis = qr.q();
      ComplexMatrix rest = qr.r();
      if (maxBond.isPresent() && qr.rank() > maxBond.getAsInt()) {
        int kept = maxBond.getAsInt();
        RowSvd svd = new RowSvd(rest);
        basis = basis.times(svd.basis(kept));
        rest = svd.rows(kept);
        discarded += Arrays.stream(svd.squares()).skip(kept).sum();
      }
      sites[k] = Site.ofStacked(basis).mirrored();
      sites[k - 1] = sites[k - 1].times(rest.transposed());
    }
    normalise(sites, 0);
    return discarded;
  }

  /** Scales the one tensor that is neither left- nor right-canonical. */
  private static void normalise(Site[] sites, int centre) {
    Site site = sites[centre];
    double scale = 1 / Math.sqrt(site.zero().squaredNorm() + site.one().squaredNorm());
    sites[centre] = new Site(site.zero().scaled(scale, 0), site.one().scaled(scale, 0));
  }
}
