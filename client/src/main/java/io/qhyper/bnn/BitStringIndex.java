package io.qhyper.bnn;

import io.qhyper.shots.BitString;
import io.qhyper.shots.Counts;
import java.util.Arrays;

/**
 * Numbers distinct bitstrings of one width 0, 1, 2 … in the order in which they come.
 *
 * <p>A hash table with open addressing and linear probing over packed words: no object per
 * bitstring, 8 bytes a word and at most 16 bytes of table. Not safe for use by several threads.
 */
final class BitStringIndex {
  private static final int FIRST_CAPACITY = 64;

  private final int width;
  private final int stride;
  private final long[] key;
  private long[] words; // bitstring n in words n·stride …
  private int[] table = new int[2 * FIRST_CAPACITY]; // number + 1, or 0 where nothing is
  private int size;

  BitStringIndex(int width) {
    this.width = width;
    this.stride = BitString.wordsFor(width);
    this.key = new long[stride];
    this.words = new long[FIRST_CAPACITY * stride];
  }

  /** How many distinct bitstrings have been numbered. */
  int size() {
    return size;
  }

  /** The bitstring of a number. */
  BitString get(int number) {
    return BitString.ofWords(
        width, Arrays.copyOfRange(words, number * stride, (number + 1) * stride));
  }

  /**
   * The number of a bitstring, a new one if it is new.
   *
   * @throws IllegalArgumentException if it has another width
   */
  int add(BitString bits) {
    load(bits);
    return add();
  }

  /** The number of an entry of a histogram, a new one if it is new; otherwise likewise. */
  int add(Counts counts, int entry) {
    load(counts, entry);
    return add();
  }

  /** The number of an entry of a histogram, or −1 if it has none; otherwise likewise. */
  int find(Counts counts, int entry) {
    load(counts, entry);
    return table[slot()] - 1;
  }

  private void load(BitString bits) {
    check(bits.width());
    for (int i = 0; i < stride; i++) {
      key[i] = bits.word(i);
    }
  }

  private void load(Counts counts, int entry) {
    check(counts.width());
    for (int i = 0; i < stride; i++) {
      key[i] = counts.word(entry, i);
    }
  }

  private void check(int otherWidth) {
    if (otherWidth != width) {
      throw new IllegalArgumentException(
          "expected bitstrings of " + width + " bits, got one of " + otherWidth);
    }
  }

  private int add() {
    int slot = slot();
    if (table[slot] != 0) {
      return table[slot] - 1;
    }
    if ((size + 1) * stride > words.length) {
      grow();
      slot = slot();
    }
    System.arraycopy(key, 0, words, size * stride, stride);
    table[slot] = ++size;
    return size - 1;
  }

  /** Where the key is, or the empty place where it belongs. */
  private int slot() {
    int slot = hash(key, 0) & (table.length - 1);
    while (table[slot] != 0 && !isKey(table[slot] - 1)) {
      slot = (slot + 1) & (table.length - 1);
    }
    return slot;
  }

  private boolean isKey(int number) {
    for (int i = 0; i < stride; i++) {
      if (words[number * stride + i] != key[i]) {
        return false;
      }
    }
    return true;
  }

  private int hash(long[] source, int from) {
    long hash = 0;
    for (int i = 0; i < stride; i++) {
      hash = (hash ^ source[from + i]) * 0x9E3779B97F4A7C15L; // 2^64 over the golden ratio
      hash ^= hash >>> 32;
    }
    return (int) hash;
  }

  /** Doubles everything; the table stays at most half full. */
  private void grow() {
    words = Arrays.copyOf(words, Math.multiplyExact(2, words.length));
    int[] larger = new int[Math.multiplyExact(2, table.length)];
    for (int number = 0; number < size; number++) {
      int slot = hash(words, number * stride) & (larger.length - 1);
      while (larger[slot] != 0) {
        slot = (slot + 1) & (larger.length - 1);
      }
      larger[slot] = number + 1;
    }
    table = larger;
  }
}
