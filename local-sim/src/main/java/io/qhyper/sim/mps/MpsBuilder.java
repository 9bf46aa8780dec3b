package io.qhyper.sim.mps;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/**
 * Makes a {@link MatrixProductState} by applying gates to |0…0⟩.
 *
 * <p>A gate of R terms multiplies the bonds between its first and its last site by R, whatever lies
 * between; sites that are still alone and that it leaves alone take no part, so a CX whose control
 * is |0⟩ or whose target is |+⟩ costs nothing. Gates on one site are collected and go into the next
 * larger one. When a bond has grown fourfold beyond {@value #FREE_BOND}, two sweeps of QR
 * factorisations bring all bonds to their exact ranks: what they drop is below 1e-14 of the state.
 * A largest bond, if given, is kept by cutting off the smallest singular values in such sweeps.
 *
 * <p>Mutable, for one thread.
 */
@SuppressWarnings("ReferenceEquality") // with ONE: another unit matrix may be multiplied
public final class MpsBuilder {
  /** Bonds up to this dimension are left alone. */
  private static final int FREE_BOND = 32;

  private static final int GROWTH = 4;
  private static final double ROUNDING = 1e-15;

  /** Stands for "nothing waits", by its identity. */
  private static final ComplexMatrix ONE = ComplexMatrix.identity(2);

  private final Site[] sites;
  private final ComplexMatrix[] pending;
  private final int[] ranks;
  private final OptionalInt maxBond;
  private final double maxBytes;
  private Truncation truncation = Truncation.NONE;

  /**
   * The state |0…0⟩.
   *
   * @param sites how many, at least 1
   * @param maxBond the most terms that a bond keeps, at least 1; empty keeps all
   * @param maxBytes what the tensors may take
   */
  public MpsBuilder(int sites, OptionalInt maxBond, double maxBytes) {
    if (sites < 1) {
      throw new IllegalArgumentException(
          "a matrix product state needs at least 1 site, got " + sites);
    }
    this.sites = new Site[sites];
    Arrays.fill(this.sites, Site.ground());
    this.pending = new ComplexMatrix[sites];
    Arrays.fill(pending, ONE);
    this.ranks = new int[sites + 1];
    Arrays.fill(ranks, 1);
    this.maxBond = maxBond;
    this.maxBytes = maxBytes;
  }

  /**
   * Applies a gate.
   *
   * @throws BondsTooLargeException if the state would take more memory than it may
   */
  public void apply(ProductSum gate) {
    ProductSum rest = gate;
    if (gate.sites().length > 1) {
      rest = absorb(gate);
      for (int site : gate.sites()) {
        rest = settle(site, rest);
      }
    }
    if (rest.sites().length == 1) {
      collect(rest.first(), sum(rest));
    } else if (rest.rank() == 1) {
      for (int i = 0; i < rest.sites().length; i++) {
        collect(rest.sites()[i], rest.terms().get(0).get(i));
      }
    } else {
      grow(rest);
    }
  }

  private void collect(int site, ComplexMatrix matrix) {
    pending[site] = pending[site] == ONE ? matrix : matrix.times(pending[site]);
  }

  private static ComplexMatrix sum(ProductSum gate) {
    ComplexMatrix sum = gate.terms().get(0).get(0);
    for (int r = 1; r < gate.rank(); r++) {
      sum = ComplexMatrix.mix(1, 0, sum, 1, 0, gate.terms().get(r).get(0));
    }
    return sum;
  }

  /** Takes the matrices that wait at a gate's sites into the gate, or into sites that are alone. */
  private ProductSum absorb(ProductSum gate) {
    ComplexMatrix[] before = new ComplexMatrix[gate.sites().length];
    Arrays.fill(before, ONE);
    for (int i = 0; i < before.length; i++) {
      int site = gate.sites()[i];
      if (sites[site].isAlone()) {
        flush(site);
      } else {
        before[i] = pending[site];
        pending[site] = ONE;
      }
    }
    if (Arrays.stream(before).allMatch(matrix -> matrix == ONE)) {
      return gate;
    }
    return new ProductSum(
        gate.sites(), gate.terms().stream().map(term -> afterAll(term, before)).toList());
  }

  private static List<ComplexMatrix> afterAll(List<ComplexMatrix> term, ComplexMatrix[] before) {
    ComplexMatrix[] products = new ComplexMatrix[before.length];
    Arrays.setAll(products, i -> before[i] == ONE ? term.get(i) : term.get(i).times(before[i]));
    return List.of(products);
  }

  private void flush(int site) {
    if (pending[site] != ONE) {
      sites[site] = sites[site].after(pending[site]);
      pending[site] = ONE;
    }
  }

  /** Takes a site out of a gate if it is alone and every term brings it to the same state. */
  private ProductSum settle(int site, ProductSum gate) {
    if (!sites[site].isAlone() || gate.sites().length == 1) {
      return gate;
    }
    int at = Arrays.binarySearch(gate.sites(), site);
    Site before = sites[site];
    List<ComplexMatrix> images =
        gate.terms().stream().map(term -> before.after(term.get(at)).stacked()).toList();
    ComplexMatrix longest = images.get(0);
    for (ComplexMatrix image : images) {
      longest = image.squaredNorm() > longest.squaredNorm() ? image : longest;
    }
    double square = longest.squaredNorm();
    List<List<ComplexMatrix>> terms = new ArrayList<>();
    for (int r = 0; r < images.size(); r++) {
      ComplexMatrix overlap = longest.adjointTimes(images.get(r));
      double re = overlap.re()[0] / square;
      double im = overlap.im()[0] / square;
      ComplexMatrix rest = ComplexMatrix.mix(1, 0, images.get(r), -re, -im, longest);
      if (!(rest.squaredNorm() <= ROUNDING * ROUNDING * square)) {
        return gate;
      }
      if (Math.hypot(re, im) > ROUNDING) {
        terms.add(without(at, gate.terms().get(r), re, im));
      }
    }
    sites[site] = Site.ofStacked(longest);
    int[] others = Arrays.stream(gate.sites()).filter(other -> other != site).toArray();
    return new ProductSum(others, terms);
  }

  private static List<ComplexMatrix> without(
      int at, List<ComplexMatrix> term, double re, double im) {
    List<ComplexMatrix> others = new ArrayList<>(term);
    others.remove(at);
    others.set(0, others.get(0).scaled(re, im));
    return others;
  }

  private void grow(ProductSum gate) {
    if (largestAfter(gate) > limit(gate)) {
      compress();
    }
    double bytes = bytesAfter(gate);
    if (!(bytes <= maxBytes)) {
      throw new BondsTooLargeException(largestAfter(gate), bytes);
    }
    for (int site = gate.first(); site <= gate.last(); site++) {
      sites[site] = sites[site].after(factors(gate, site), place(gate, site));
    }
  }

  private int largestAfter(ProductSum gate) {
    int largest = 0;
    for (int site = gate.first(); site < gate.last(); site++) {
      largest = Math.max(largest, sites[site].right() * gate.rank());
    }
    return largest;
  }

  private int limit(ProductSum gate) {
    if (maxBond.isPresent()) {
      return 2 * maxBond.getAsInt();
    }
    int limit = Integer.MAX_VALUE;
    for (int site = gate.first(); site < gate.last(); site++) {
      limit = Math.min(limit, Math.max(FREE_BOND, GROWTH * ranks[site + 1]));
    }
    return limit;
  }

  private double bytesAfter(ProductSum gate) {
    double entries = 0;
    for (int site = 0; site < sites.length; site++) {
      double left = sites[site].left();
      double right = sites[site].right();
      left *= site > gate.first() && site <= gate.last() ? gate.rank() : 1;
      right *= site >= gate.first() && site < gate.last() ? gate.rank() : 1;
      entries += 2 * left * right;
    }
    return 2 * Double.BYTES * entries;
  }

  private static List<ComplexMatrix> factors(ProductSum gate, int site) {
    int at = Arrays.binarySearch(gate.sites(), site);
    return gate.terms().stream().map(term -> at < 0 ? ONE : term.get(at)).toList();
  }

  private static Site.Place place(ProductSum gate, int site) {
    if (site == gate.first()) {
      return Site.Place.FIRST;
    }
    return site == gate.last() ? Site.Place.LAST : Site.Place.MIDDLE;
  }

  private void compress() {
    truncation = truncation.and(Sweeps.canonicalise(sites, maxBond));
    for (int site = 0; site < sites.length; site++) {
      ranks[site + 1] = sites[site].right();
    }
  }

  /** The state; the builder is not used after that. */
  public MatrixProductState finish() {
    for (int site = 0; site < sites.length; site++) {
      flush(site);
    }
    compress();
    return new MatrixProductState(Arrays.asList(sites), truncation);
  }
}
