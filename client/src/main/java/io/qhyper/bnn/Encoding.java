package io.qhyper.bnn;

import io.qhyper.shots.BitString;

/** What number a weight bit s stands for (reference, section 4.1), in the order of the search. */
public enum Encoding {
  /** s: 0 or 1. */
  ZERO_ONE("01", 0, 1),
  /** 2s − 1: −1 or 1. */
  PLUS_MINUS_ONE("pm1", -1, 1),
  /** 3s − 2: −2 or 1. */
  MINUS_TWO_PLUS_ONE("m2p1", -2, 1),
  /** 4s − 3: −3 or 1. */
  MINUS_THREE_PLUS_ONE("m3p1", -3, 1);

  /** Number of bits that choose an encoding. */
  static final int CHOICE_BITS = 2;

  private final String text;
  private final int low;
  private final int high;

  Encoding(String text, int low, int high) {
    this.text = text;
    this.low = low;
    this.high = high;
  }

  /** The number that {@code bit} stands for. */
  public int value(boolean bit) {
    return bit ? high : low;
  }

  /** The encoding chosen by the last two printed bits: 00, 01, 10, 11 in the order declared. */
  static Encoding chosenBy(BitString bits) {
    int last = bits.width() - 1;
    return values()[(bits.printed(last - 1) ? 2 : 0) + (bits.printed(last) ? 1 : 0)];
  }

  /** The name used in options and files. */
  @Override
  public String toString() {
    return text;
  }
}
