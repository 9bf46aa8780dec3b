package io.qhyper.sim.mps;

/** Says that the bonds of a matrix product state have outgrown the memory that it may take. */
public final class BondsTooLargeException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int bond;
  private final double bytes;

  BondsTooLargeException(int bond, double bytes) {
    super("a bond of dimension " + bond + " needs " + bytes + " bytes");
    this.bond = bond;
    this.bytes = bytes;
  }

  /** Dimension of the largest bond. */
  public int bond() {
    return bond;
  }

  /** Bytes that the tensors would take. */
  public double bytes() {
    return bytes;
  }
}
