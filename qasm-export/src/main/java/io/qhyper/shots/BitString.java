package io.qhyper.shots;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * The value of one classical register: a fixed number of bits of any width.
 *
 * <p>Immutable. Ordered as unsigned numbers, the order of a full enumeration; narrower strings come
 * first.
 */
public final class BitString implements Comparable<BitString> {
  private final int width;
  private final long[] words; // word 0 holds classical bits 0 … 63

  private BitString(int width, long[] words) {
    this.width = width;
    this.words = words;
  }

  /**
   * The bitstring whose printed form is {@code text}.
   *
   * @throws IllegalArgumentException if the text is empty or holds anything but 0 and 1
   */
  public static BitString parse(String text) {
    if (text.isEmpty()) {
      throw new IllegalArgumentException("a bitstring needs at least one bit, got an empty text");
    }
    long[] words = new long[wordsFor(text.length())];
    for (int position = 0; position < text.length(); position++) {
      char c = text.charAt(position);
      if (c != '0' && c != '1') {
        throw new IllegalArgumentException(
            "a bitstring holds only 0 and 1, got '" + c + "' at position " + position);
      }
      int bit = text.length() - 1 - position;
      words[bit >>> 6] |= (long) (c - '0') << bit;
    }
    return new BitString(text.length(), words);
  }

  /**
   * The bitstring of the given width whose bits are those of {@code value}, classical bit 0 least
   * significant.
   *
   * @param width number of bits, 1 to 64
   * @throws IllegalArgumentException if the value has a bit set beyond the width
   */
  public static BitString of(int width, long value) {
    if (!(width >= 1 && width <= Long.SIZE)) {
      throw new IllegalArgumentException("width must be in 1..64, got " + width);
    }
    return ofWords(width, new long[] {value});
  }

  /**
   * The bitstring of the given width from packed words, classical bits 64·i … 64·i+63 in word i.
   *
   * @throws IllegalArgumentException if the number of words does not fit the width, or a bit beyond
   *     the width is set
   */
  public static BitString ofWords(int width, long... words) {
    if (width < 1 || words.length != wordsFor(width)) {
      throw new IllegalArgumentException(
          "a bitstring of width " + width + " does not fit in " + words.length + " words");
    }
    int used = width & 63;
    if (used != 0 && words[words.length - 1] >>> used != 0) {
      throw new IllegalArgumentException(
          "a bit beyond the width " + width + " is set: " + Arrays.toString(words));
    }
    return new BitString(width, words.clone());
  }

  /** Number of 64-bit words that hold {@code width} bits. */
  public static int wordsFor(int width) {
    return (width + 63) >>> 6;
  }

  /** Number of bits. */
  public int width() {
    return width;
  }

  /** Classical bit {@code c[bit]}: 0 is the rightmost printed character. */
  public boolean bit(int bit) {
    if (bit < 0 || bit >= width) {
      throw new IndexOutOfBoundsException("bit " + bit + " of a bitstring of width " + width);
    }
    return (words[bit >>> 6] >>> bit & 1) != 0;
  }

  /** The character at {@code position} from the left as a bit: σ_position of a network. */
  public boolean printed(int position) {
    return bit(width - 1 - position);
  }

  /** Bits 64·i … 64·i+63, bit 64·i least significant. */
  public long word(int i) {
    return words[i];
  }

  /**
   * The printed text read as a binary number: the position in a full enumeration.
   *
   * @throws ArithmeticException if the width is above 63
   */
  public long index() {
    if (width >= Long.SIZE) {
      throw new ArithmeticException("a bitstring of width " + width + " has no index in a long");
    }
    return words[0];
  }

  /** The printed text read as a binary number, at any width. */
  public BigInteger toBigInteger() {
    return new BigInteger(toString(), 2);
  }

  @Override
  public int compareTo(BitString other) {
    int byWidth = Integer.compare(width, other.width);
    for (int i = words.length - 1; byWidth == 0 && i >= 0; i--) {
      int byWord = Long.compareUnsigned(words[i], other.words[i]);
      if (byWord != 0) {
        return byWord;
      }
    }
    return byWidth;
  }

  @Override
  public boolean equals(Object object) {
    return object instanceof BitString other
        && width == other.width
        && Arrays.equals(words, other.words);
  }

  @Override
  public int hashCode() {
    return 31 * width + Arrays.hashCode(words);
  }

  /** The printed form: bit width−1 on the left, bit 0 on the right. */
  @Override
  public String toString() {
    char[] text = new char[width];
    for (int position = 0; position < width; position++) {
      text[position] = printed(position) ? '1' : '0';
    }
    return new String(text);
  }
}
