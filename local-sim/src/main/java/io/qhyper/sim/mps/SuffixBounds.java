package io.qhyper.sim.mps;

import java.util.ArrayList;
import java.util.List;

/**
 * For each bond, a bound on the probability of any one suffix of values, whatever comes before.
 *
 * <p>From a bond on, p(x, rest) ≤ λ_max(G_x)·bound(rest), where G_x = Σ M·M† over what the window
 * of sites x does not show. The bound of a bond is the least over windows of several lengths of the
 * largest over their values. Tight for product states; the longer the windows, the less is lost at
 * their borders.
 */
final class SuffixBounds {
  private static final int LONGEST = 8;
  private static final double WORK = 2e6; // multiplications of the longest window of a bond

  /** G^64: the trace bounds λ_max within a factor of d^(1/64). */
  private static final int SQUARINGS = 6;

  private final double[] bounds;

  SuffixBounds(MatrixProductState state, boolean[] shown) {
    bounds = new double[state.size() + 1];
    bounds[state.size()] = 1;
    for (int site = state.size() - 1; site >= 0; site--) {
      bounds[site] = bound(state, shown, site);
    }
  }

  /** The bound for the sites from one on; 1 after the last. */
  double from(int site) {
    return bounds[site];
  }

  private double bound(MatrixProductState state, boolean[] shown, int first) {
    int left = state.site(first).left();
    double each = 4.0 * (SQUARINGS + 1) * left * left * left;
    double least = 1;
    // A window's value is the list of products that it does not tell apart.
    List<List<ComplexMatrix>> values = List.of(List.of(ComplexMatrix.identity(left)));
    for (int site = first; site < state.size() && site < first + LONGEST; site++) {
      values = extended(values, state.site(site), shown[site]);
      double largest = 0;
      for (List<ComplexMatrix> products : values) {
        largest = Math.max(largest, largestEigenvalue(products));
      }
      least = Math.min(least, largest * bounds[site + 1]);
      int count = values.size() * values.get(0).size();
      if (2 * count * each > WORK) {
        break;
      }
    }
    return least;
  }

  private static List<List<ComplexMatrix>> extended(
      List<List<ComplexMatrix>> values, Site site, boolean shown) {
    List<List<ComplexMatrix>> longer = new ArrayList<>();
    for (List<ComplexMatrix> products : values) {
      List<ComplexMatrix> zero = products.stream().map(m -> m.times(site.zero())).toList();
      List<ComplexMatrix> one = products.stream().map(m -> m.times(site.one())).toList();
      if (shown) {
        longer.add(zero);
        longer.add(one);
      } else {
        List<ComplexMatrix> both = new ArrayList<>(zero);
        both.addAll(one);
        longer.add(both);
      }
    }
    return longer;
  }

  /** At least λ_max of Σ M·M†. */
  private static double largestEigenvalue(List<ComplexMatrix> products) {
    ComplexMatrix gram = null;
    for (ComplexMatrix product : products) {
      ComplexMatrix transposed = product.transposed();
      ComplexMatrix part = transposed.adjointTimes(transposed); // conj(M·M†): the same eigenvalues
      gram = gram == null ? part : ComplexMatrix.mix(1, 0, gram, 1, 0, part);
    }
    double logarithm = 0; // of the power's scale, divided by the exponent
    double exponent = 1;
    ComplexMatrix power = gram;
    for (int i = 0; i < SQUARINGS; i++) {
      double trace = trace(power);
      if (trace == 0) {
        return 0;
      }
      logarithm += Math.log(trace) / exponent;
      power = power.scaled(1 / trace, 0);
      power = power.times(power);
      exponent *= 2;
    }
    return Math.exp(logarithm + Math.log(trace(power)) / exponent) * (1 + 1e-12);
  }

  private static double trace(ComplexMatrix matrix) {
    double trace = 0;
    for (int i = 0; i < matrix.rows(); i++) {
      trace += matrix.re()[i * matrix.columns() + i];
    }
    return trace;
  }
}
