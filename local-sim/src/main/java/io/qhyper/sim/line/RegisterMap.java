package io.qhyper.sim.line;

import java.util.Arrays;

/**
 * Where the values of the two halves fall in a table over a classical register; immutable.
 *
 * <p>Values that the register does not tell apart are folded together, and the values of a half
 * that remain are put in ascending order of the table.
 */
public final class RegisterMap {
  private final int[] lowFold;
  private final int[] lowPlaces;
  private final int[] highFold;
  private final int[] highPlaces;
  private final boolean contiguous;

  /**
   * A map for {@code masks.length} positions.
   *
   * @param masks for each position, the bits of the register that show it; 0 if none does
   * @param cut number of positions of the lower half
   */
  public RegisterMap(int[] masks, int cut) {
    int[] low = targets(masks, 0, cut);
    int[] high = targets(masks, cut, masks.length);
    this.lowPlaces = Arrays.stream(low).sorted().distinct().toArray();
    this.highPlaces = Arrays.stream(high).sorted().distinct().toArray();
    this.lowFold = Arrays.stream(low).map(t -> Arrays.binarySearch(lowPlaces, t)).toArray();
    this.highFold = Arrays.stream(high).map(t -> Arrays.binarySearch(highPlaces, t)).toArray();
    this.contiguous = lowPlaces[lowPlaces.length - 1] == lowPlaces.length - 1;
  }

  private static int[] targets(int[] masks, int from, int to) {
    int[] targets = new int[1 << (to - from)];
    for (int i = 1; i < targets.length; i++) {
      targets[i] = targets[i & (i - 1)] | masks[from + Integer.numberOfTrailingZeros(i)];
    }
    return targets;
  }

  /** Whether the lower half fills neighbouring places of the table. */
  boolean isContiguous() {
    return contiguous;
  }

  /** For each value of the lower half, which of the {@link #lowPlaces} it falls on. */
  int[] lowFold() {
    return lowFold;
  }

  /** The places of the lower half's values, ascending; a place of the table is low | high. */
  int[] lowPlaces() {
    return lowPlaces;
  }

  /** For each value of the upper half, which of the {@link #highPlaces} it falls on. */
  int[] highFold() {
    return highFold;
  }

  /** The places of the upper half's values, ascending. */
  int[] highPlaces() {
    return highPlaces;
  }
}
