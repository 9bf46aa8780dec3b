package io.qhyper.sim.mps;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Some neighbouring sites whose values are drawn in one step.
 *
 * <p>For a row vector v at the left bond, the values x have probability ‖v·M_x‖² = v·G_x·v†, M_x
 * the product of the sites' matrices and G_x = M_x·M_x†. The G of all prefixes of x form a binary
 * tree, in which a draw descends at d² multiplications a site instead of 8·d² for v·A; only at its
 * end v is multiplied by one M_x.
 */
final class Segment {
  /** Children whose probability is below this times the bond are rounding. */
  private static final double ROUNDING = 1e-15;

  final int first;
  final int length;
  final int left;
  final int right;
  private final double[] forms; // of the 0-child of each inner node, heap order
  private final double[] re; // M of each leaf
  private final double[] im;

  Segment(MatrixProductState state, int first, int length) {
    this.first = first;
    this.length = length;
    List<ComplexMatrix> products = List.of(state.site(first).zero(), state.site(first).one());
    for (int site = first + 1; site < first + length; site++) {
      products = extended(products, state.site(site));
    }
    this.left = products.get(0).rows();
    this.right = products.get(0).columns();
    this.re = new double[products.size() * left * right];
    this.im = new double[re.length];
    int leaves = products.size();
    double[] tree = new double[2 * leaves * left * left];
    for (int leaf = 0; leaf < leaves; leaf++) {
      ComplexMatrix product = products.get(leaf);
      System.arraycopy(product.re(), 0, re, leaf * left * right, left * right);
      System.arraycopy(product.im(), 0, im, leaf * left * right, left * right);
      form(product, tree, (leaves + leaf) * left * left);
    }
    this.forms = zeroChildren(tree, leaves);
  }

  private static List<ComplexMatrix> extended(List<ComplexMatrix> products, Site site) {
    List<ComplexMatrix> longer = new ArrayList<>(2 * products.size());
    for (ComplexMatrix product : products) {
      longer.add(product.times(site.zero()));
      longer.add(product.times(site.one()));
    }
    return longer;
  }

  /** M·M† as the factors of |v_a|² and of the real and imaginary parts of v_a·v_b*, a < b. */
  private static void form(ComplexMatrix m, double[] to, int offset) {
    int next = offset;
    for (int a = 0; a < m.rows(); a++) {
      for (int b = a; b < m.rows(); b++) {
        double sumRe = 0;
        double sumIm = 0;
        for (int c = 0; c < m.columns(); c++) {
          int i = a * m.columns() + c;
          int j = b * m.columns() + c;
          sumRe += m.re()[i] * m.re()[j] + m.im()[i] * m.im()[j];
          sumIm += m.im()[i] * m.re()[j] - m.re()[i] * m.im()[j];
        }
        if (a == b) {
          to[next++] = sumRe;
        } else {
          to[next++] = 2 * sumRe;
          to[next++] = -2 * sumIm;
        }
      }
    }
  }

  private double[] zeroChildren(double[] tree, int leaves) {
    int size = left * left;
    double[] children = new double[leaves * size];
    for (int node = leaves - 1; node >= 1; node--) {
      for (int i = 0; i < size; i++) {
        tree[node * size + i] = tree[2 * node * size + i] + tree[(2 * node + 1) * size + i];
      }
      System.arraycopy(tree, 2 * node * size, children, node * size, size);
    }
    return children;
  }

  /**
   * Draws the values for one row vector of length 1.
   *
   * @param vRe the vector from {@code v} on
   * @param uniform in [0, 1)
   * @param pairs receives the products v_a·v_b*; left² entries
   * @return the values, that of the first site most significant
   */
  int draw(double[] vRe, double[] vIm, int v, double uniform, double[] pairs) {
    pair(vRe, vIm, v, pairs);
    int size = left * left;
    double rounding = ROUNDING * left;
    double total = 1;
    double rest = uniform;
    int node = 1;
    for (int i = 0; i < length; i++) {
      double zero = dot(forms, node * size, pairs, size);
      boolean one = rest >= zero;
      if (zero <= rounding || total - zero <= rounding) {
        one = zero < total - zero; // the other value cannot be: its probability is rounding
      }
      rest = one ? Math.max(0, rest - zero) : Math.min(rest, zero);
      total = one ? total - zero : zero;
      node = 2 * node + (one ? 1 : 0);
    }
    return node - (1 << length);
  }

  private void pair(double[] vRe, double[] vIm, int v, double[] pairs) {
    int next = 0;
    for (int a = v; a < v + left; a++) {
      final double aRe = vRe[a];
      final double aIm = vIm[a];
      pairs[next++] = aRe * aRe + aIm * aIm;
      for (int b = a + 1; b < v + left; b++) {
        pairs[next++] = aRe * vRe[b] + aIm * vIm[b];
        pairs[next++] = aIm * vRe[b] - aRe * vIm[b];
      }
    }
  }

  private static double dot(double[] a, int from, double[] b, int length) {
    double even = 0;
    double odd = 0;
    int i = 0;
    for (; i + 1 < length; i += 2) {
      even += a[from + i] * b[i];
      odd += a[from + i + 1] * b[i + 1];
    }
    return i < length ? even + odd + a[from + i] * b[i] : even + odd;
  }

  /** Replaces a row vector v by v·M_x, scaled to length 1; {@code next} has room for it. */
  void advance(double[] vRe, double[] vIm, int v, int values, double[] nextRe, double[] nextIm) {
    Arrays.fill(nextRe, 0, right, 0);
    Arrays.fill(nextIm, 0, right, 0);
    int matrix = values * left * right;
    for (int a = 0; a < left; a++) {
      ComplexMatrix.addRow(
          vRe[v + a], vIm[v + a], re, im, matrix + a * right, nextRe, nextIm, 0, right);
    }
    double square = 0;
    for (int b = 0; b < right; b++) {
      square += nextRe[b] * nextRe[b] + nextIm[b] * nextIm[b];
    }
    double scale = 1 / Math.sqrt(square);
    for (int b = 0; b < right; b++) {
      vRe[v + b] = nextRe[b] * scale;
      vIm[v + b] = nextIm[b] * scale;
    }
  }
}
