package io.qhyper.shots;

/**
 * The bitstrings of one register in shot order ("memory"), packed.
 *
 * <p>Shot {@code s} occupies words {@code s·stride … (s+1)·stride−1}, with {@code stride =
 * BitString.wordsFor(width)}, in the layout of {@link BitString#ofWords}.
 */
public final class ShotRecord {
  private final int width;
  private final int stride;
  private final int shots;
  private final long[] words;

  /**
   * Wraps packed words; the array is owned by the record from now on.
   *
   * @throws IllegalArgumentException if the number of words is not a multiple of the stride
   */
  public ShotRecord(int width, long[] words) {
    if (width < 1 || words.length % BitString.wordsFor(width) != 0) {
      throw new IllegalArgumentException(
          words.length + " words are no whole number of bitstrings of width " + width);
    }
    this.width = width;
    this.stride = BitString.wordsFor(width);
    this.shots = words.length / stride;
    this.words = words;
  }

  /** Number of bits of each shot. */
  public int width() {
    return width;
  }

  /** Number of shots. */
  public int shots() {
    return shots;
  }

  /** The bitstring that shot {@code shot} measured. */
  public BitString get(int shot) {
    long[] own = new long[stride];
    System.arraycopy(words, shot * stride, own, 0, stride);
    return BitString.ofWords(width, own);
  }

  /** The histogram of the shots. */
  public Counts counts() {
    return Counts.ofPacked(width, words.clone());
  }
}
