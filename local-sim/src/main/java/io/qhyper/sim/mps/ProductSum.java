package io.qhyper.sim.mps;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A gate as a sum of products: Σ_r ⊗_i A_{r,i}, each A_{r,i} a 2×2 matrix on one site.
 *
 * @param sites the sites, ascending, at least one
 * @param terms for each r, a 2×2 matrix per site, in the order of {@code sites}
 */
@SuppressWarnings("ArrayRecordComponent") // hot data, never compared
public record ProductSum(int[] sites, List<List<ComplexMatrix>> terms) {
  /** Squared singular values below this part of the largest are rounding. */
  private static final double ROUNDING = 1e-30;

  private static final ComplexMatrix ONE = ComplexMatrix.identity(2);
  private static final ComplexMatrix CONTROL =
      new ComplexMatrix(2, 2, new double[] {0, 0, 0, 1}, new double[4]);

  /**
   * The gate that applies a matrix to targets where all controls are 1.
   *
   * <p>Two sites in all take their operator-Schmidt form, of up to 4 terms: 2 for CX, CZ, ECR and
   * RZZ, 1 for a gate that does not entangle. More take 1 + P⊗…⊗P⊗(V − 1), P = |1⟩⟨1|, with the
   * last factor in such a form: 2 terms for ccx, 5 for cswap.
   *
   * @param controls sites
   * @param targets up to two other sites, the least significant bit of the matrix index first; with
   *     none, the matrix is a phase, and there is a control
   */
  public static ProductSum of(int[] controls, int[] targets, ComplexMatrix matrix) {
    int sites = controls.length + targets.length;
    if (targets.length == 0) {
      return ofPhase(controls, matrix);
    }
    if (sites == 1) {
      return new ProductSum(targets.clone(), List.of(List.of(matrix)));
    }
    if (sites == 2) {
      int low = controls.length == 1 ? controls[0] : targets[0];
      int high = targets[targets.length - 1];
      return sorted(
          new int[] {low, high}, pair(controls.length == 1 ? controlled(matrix) : matrix));
    }
    List<List<ComplexMatrix>> changes = change(matrix);
    List<List<ComplexMatrix>> terms = new ArrayList<>();
    terms.add(IntStream.range(0, sites).mapToObj(i -> ONE).toList());
    for (List<ComplexMatrix> change : changes) {
      List<ComplexMatrix> term = new ArrayList<>();
      Arrays.stream(controls).forEach(control -> term.add(CONTROL));
      term.addAll(change);
      terms.add(term);
    }
    return sorted(
        IntStream.concat(Arrays.stream(controls), Arrays.stream(targets)).toArray(), terms);
  }

  /** A phase under controls: on the last control it is diag(1, phase). */
  private static ProductSum ofPhase(int[] controls, ComplexMatrix phase) {
    ComplexMatrix matrix = ComplexMatrix.identity(2);
    matrix.re()[3] = phase.re()[0];
    matrix.im()[3] = phase.im()[0];
    int last = controls.length - 1;
    return of(Arrays.copyOf(controls, last), new int[] {controls[last]}, matrix);
  }

  /** V − 1 as a sum of products. */
  private static List<List<ComplexMatrix>> change(ComplexMatrix matrix) {
    ComplexMatrix change =
        ComplexMatrix.mix(1, 0, matrix, -1, 0, ComplexMatrix.identity(matrix.rows()));
    return matrix.rows() == 2 ? List.of(List.of(change)) : pair(change);
  }

  /** |0⟩⟨0|⊗1 + |1⟩⟨1|⊗V, the control the less significant bit. */
  private static ComplexMatrix controlled(ComplexMatrix matrix) {
    ComplexMatrix whole = ComplexMatrix.identity(4);
    for (int row = 0; row < 2; row++) {
      for (int column = 0; column < 2; column++) {
        int to = 4 * (2 * row + 1) + 2 * column + 1;
        whole.re()[to] = matrix.re()[2 * row + column];
        whole.im()[to] = matrix.im()[2 * row + column];
      }
    }
    return whole;
  }

  /** The operator-Schmidt form of a 4×4 matrix: the less significant site first in each term. */
  private static List<List<ComplexMatrix>> pair(ComplexMatrix matrix) {
    // Row (i, i') of the first site against column (j, j') of the second.
    ComplexMatrix regrouped = ComplexMatrix.zero(4, 4);
    for (int row = 0; row < 4; row++) {
      for (int column = 0; column < 4; column++) {
        int first = 2 * (row & 1) + (column & 1);
        int second = 2 * (row >> 1) + (column >> 1);
        regrouped.re()[4 * first + second] = matrix.re()[4 * row + column];
        regrouped.im()[4 * first + second] = matrix.im()[4 * row + column];
      }
    }
    RowSvd svd = new RowSvd(regrouped);
    ComplexMatrix basis = svd.basis(4);
    ComplexMatrix rows = svd.rows(4);
    List<List<ComplexMatrix>> terms = new ArrayList<>();
    for (int r = 0; r < 4 && svd.squares()[r] > ROUNDING * svd.squares()[0]; r++) {
      double share = Math.sqrt(Math.sqrt(svd.squares()[r])); // σ evenly on both sides
      ComplexMatrix first = ComplexMatrix.zero(2, 2);
      ComplexMatrix second = ComplexMatrix.zero(2, 2);
      for (int i = 0; i < 4; i++) {
        first.re()[i] = share * basis.re()[4 * i + r];
        first.im()[i] = share * basis.im()[4 * i + r];
        second.re()[i] = rows.re()[4 * r + i] / share;
        second.im()[i] = rows.im()[4 * r + i] / share;
      }
      terms.add(List.of(first, second));
    }
    return terms;
  }

  private static ProductSum sorted(int[] sites, List<List<ComplexMatrix>> terms) {
    int[] order =
        IntStream.range(0, sites.length)
            .boxed()
            .sorted((a, b) -> Integer.compare(sites[a], sites[b]))
            .mapToInt(Integer::intValue)
            .toArray();
    return new ProductSum(
        Arrays.stream(order).map(i -> sites[i]).toArray(),
        terms.stream().map(term -> Arrays.stream(order).mapToObj(term::get).toList()).toList());
  }

  /** Number of terms: what each bond between the first and the last site is multiplied by. */
  public int rank() {
    return terms.size();
  }

  int first() {
    return sites[0];
  }

  int last() {
    return sites[sites.length - 1];
  }
}
