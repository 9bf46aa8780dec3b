package io.qhyper.shots;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * A histogram of measured bitstrings: how many shots gave which.
 *
 * <p>Immutable. Entries are distinct and ascend as unsigned numbers; they are stored packed, so
 * that a million shots cost no object each. All entries have the same width, of any size.
 */
public final class Counts {
  private final int width;
  private final int stride;
  private final long[] words;
  private final long[] counts;
  private final long shots;

  private Counts(int width, long[] words, long[] counts) {
    this.width = width;
    this.stride = BitString.wordsFor(width);
    this.words = words;
    this.counts = counts;
    this.shots = Arrays.stream(counts).sum();
  }

  /** The histogram of packed shots in the layout of {@link ShotRecord}; the array is consumed. */
  static Counts ofPacked(int width, long[] shots) {
    int stride = BitString.wordsFor(width);
    PackedSort.sort(shots, stride);
    long[] counts = new long[shots.length / stride];
    int distinct = 0;
    for (int from = 0; from < shots.length; from += stride) {
      int last = (distinct - 1) * stride;
      if (distinct > 0 && equal(shots, last, from, stride)) {
        counts[distinct - 1]++;
      } else {
        System.arraycopy(shots, from, shots, distinct * stride, stride);
        counts[distinct++] = 1;
      }
    }
    return new Counts(
        width, Arrays.copyOf(shots, distinct * stride), Arrays.copyOf(counts, distinct));
  }

  /**
   * The histogram with the given entries.
   *
   * @throws IllegalArgumentException if the width is below 1, a width differs or a count is not
   *     positive
   */
  public static Counts of(int width, Map<BitString, Long> entries) {
    if (width < 1) {
      throw new IllegalArgumentException("width of counts must be at least 1, got " + width);
    }
    int stride = BitString.wordsFor(width);
    long[] words = new long[entries.size() * stride];
    long[] counts = new long[entries.size()];
    int distinct = 0;
    for (Map.Entry<BitString, Long> entry : new TreeMap<>(entries).entrySet()) {
      BitString bits = entry.getKey();
      if (bits.width() != width || entry.getValue() < 1) {
        throw new IllegalArgumentException(
            "counts of width " + width + " need positive counts of that width, got " + entry);
      }
      for (int i = 0; i < stride; i++) {
        words[distinct * stride + i] = bits.word(i);
      }
      counts[distinct++] = entry.getValue();
    }
    return new Counts(width, words, counts);
  }

  private static boolean equal(long[] words, int a, int b, int stride) {
    return Arrays.equals(words, a, a + stride, words, b, b + stride);
  }

  /** Number of bits of each bitstring. */
  public int width() {
    return width;
  }

  /** Number of shots: the sum of all counts. */
  public long shots() {
    return shots;
  }

  /** Number of distinct bitstrings. */
  public int distinct() {
    return counts.length;
  }

  /** Distinct bitstring {@code entry}, in ascending order. */
  public BitString bits(int entry) {
    return BitString.ofWords(
        width, Arrays.copyOfRange(words, entry * stride, (entry + 1) * stride));
  }

  /** Word {@code i} of distinct bitstring {@code entry}, without making an object. */
  public long word(int entry, int i) {
    return words[entry * stride + i];
  }

  /** Number of shots that gave distinct bitstring {@code entry}. */
  public long count(int entry) {
    return counts[entry];
  }

  /** Number of shots that gave {@code bits}; 0 if none did. */
  public long count(BitString bits) {
    int low = 0;
    int high = counts.length - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = bits(middle).compareTo(bits);
      if (order == 0) {
        return counts[middle];
      } else if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return 0;
  }

  /** All entries, ascending. */
  public Map<BitString, Long> toMap() {
    Map<BitString, Long> map = new LinkedHashMap<>();
    for (int entry = 0; entry < counts.length; entry++) {
      map.put(bits(entry), counts[entry]);
    }
    return map;
  }

  @Override
  public boolean equals(Object object) {
    return object instanceof Counts other
        && width == other.width
        && Arrays.equals(words, other.words)
        && Arrays.equals(counts, other.counts);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(words) + Arrays.hashCode(counts);
  }

  @Override
  public String toString() {
    return toMap().toString();
  }
}
