package io.qhyper.sim;

import io.qhyper.sim.mps.ProductSum;
import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * What the bonds of a matrix product state will be, at most, from the terms of the gates that cross
 * them; the angles of a row only make them smaller.
 */
final class BondEstimate {
  private static final double NANOSECONDS = 2.5; // per multiplication of factoring a tensor
  private static final double GATE_NANOSECONDS = 1500; // splitting a gate, and all that is small

  private final double[] bonds;
  private final int gates;

  private BondEstimate(double[] bonds, int gates) {
    this.bonds = bonds;
    this.gates = gates;
  }

  static BondEstimate of(SiteLine line, OptionalInt maxBond) {
    double[] logarithms = new double[line.size() + 1]; // base 2
    boolean[] touched = new boolean[line.size()];
    for (int i = 0; i < line.gates(); i++) {
      ProductSum gate = line.shape(i);
      int[] sites = gate.sites();
      boolean fresh = line.controls(i).anyMatch(site -> !touched[site]);
      if (sites.length > 1 && !fresh) {
        double rank = Math.log(gate.rank()) / Math.log(2);
        for (int bond = sites[0] + 1; bond <= sites[sites.length - 1]; bond++) {
          logarithms[bond] += rank;
        }
      }
      if (!fresh) {
        Arrays.stream(sites).forEach(site -> touched[site] = true);
      }
    }
    for (int bond = 0; bond < logarithms.length; bond++) {
      double ends = Math.min(bond, line.size() - bond);
      logarithms[bond] = Math.min(logarithms[bond], ends);
    }
    double most = maxBond.isPresent() ? maxBond.getAsInt() : Double.POSITIVE_INFINITY;
    double[] bonds =
        Arrays.stream(logarithms).map(log -> Math.min(Math.pow(2, log), most)).toArray();
    return new BondEstimate(bonds, line.gates());
  }

  /** The largest bond. */
  double largest() {
    return Arrays.stream(bonds).max().orElse(1);
  }

  /** Bytes of all tensors. */
  double bytes() {
    double entries = 0;
    for (int site = 1; site < bonds.length; site++) {
      entries += 2 * bonds[site - 1] * bonds[site];
    }
    return 2 * Double.BYTES * entries;
  }

  /** To build the state and bring it into canonical form, on one thread. */
  double milliseconds() {
    double multiplications = 0;
    for (int site = 1; site < bonds.length; site++) {
      double left = bonds[site - 1];
      double right = bonds[site];
      multiplications += 32 * left * right * Math.min(2 * left, 2 * right);
    }
    return 1e-6 * (GATE_NANOSECONDS * gates + NANOSECONDS * multiplications);
  }

  String describe(OptionalInt maxBond) {
    String size =
        largest() < 1e6
            ? "bonds of up to %d terms".formatted((long) largest())
            : String.format(Locale.ROOT, "bonds of up to %.1e terms", largest());
    return maxBond.isPresent() && largest() >= maxBond.getAsInt()
        ? size + ", cut off at --max-bond " + maxBond.getAsInt()
        : size + ", exact";
  }
}
