package io.qhyper.random;

import java.math.BigInteger;

/** Philox4x64-10 as Salmon et al. (SC'11) describe it, on integers of any size. */
final class PlainPhilox {
  private static final BigInteger WORD = BigInteger.ONE.shiftLeft(64);
  private static final BigInteger[] MULTIPLIERS = {
    hex("D2E7470EE14C6C93"), hex("CA5A826395121157")
  };
  private static final BigInteger[] WEYL = {hex("9E3779B97F4A7C15"), hex("BB67AE8584CAA73B")};

  private PlainPhilox() {}

  /** The four words that a counter of four words is encrypted to under a key of two. */
  static long[] block(long[] counter, long[] key) {
    BigInteger[] c = words(counter);
    BigInteger[] k = words(key);
    for (int round = 0; round < 10; round++) {
      BigInteger first = MULTIPLIERS[0].multiply(c[0]);
      BigInteger second = MULTIPLIERS[1].multiply(c[2]);
      c =
          new BigInteger[] {
            second.divide(WORD).xor(c[1]).xor(k[0]),
            second.mod(WORD),
            first.divide(WORD).xor(c[3]).xor(k[1]),
            first.mod(WORD)
          };
      for (int i = 0; i < 2; i++) {
        k[i] = k[i].add(WEYL[i]).mod(WORD);
      }
    }
    long[] block = new long[4];
    for (int i = 0; i < 4; i++) {
      block[i] = c[i].longValue();
    }
    return block;
  }

  private static BigInteger[] words(long[] values) {
    BigInteger[] words = new BigInteger[values.length];
    for (int i = 0; i < values.length; i++) {
      words[i] = BigInteger.valueOf(values[i]).mod(WORD);
    }
    return words;
  }

  private static BigInteger hex(String digits) {
    return new BigInteger(digits, 16);
  }
}
