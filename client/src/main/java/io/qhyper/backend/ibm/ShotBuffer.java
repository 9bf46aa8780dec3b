package io.qhyper.backend.ibm;

import io.qhyper.shots.BitString;
import io.qhyper.shots.Counts;
import io.qhyper.shots.ShotRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Collects the shots of one register, packed; bit i of a sample is classical bit i. The width need
 * not be known before the end.
 */
final class ShotBuffer {
  private static final int WORD_DIGITS = 16;

  private final String what;
  private final long mostShots;
  private long[] words = new long[64];
  private int stride = 1;
  private int shots;
  private int rows;
  private int rowLength;

  /**
   * An empty buffer.
   *
   * @param what names the register in messages
   * @param mostShots more are refused at once
   */
  ShotBuffer(String what, long mostShots) {
    this.what = what;
    this.mostShots = mostShots;
  }

  int shots() {
    return shots;
  }

  /** How many rows the samples are nested in; 0 if they are in one list. */
  int nestedRows() {
    return rows;
  }

  /**
   * Ends a row of samples that the result nests.
   *
   * @throws IbmProtocolException if it is not as long as those before, which would mix up the rows
   */
  void endRow() {
    int length = shots - rows * rowLength;
    if (rows > 0 && length != rowLength) {
      throw new IbmProtocolException(
          what
              + " should have rows of equal length: row "
              + rows
              + " has "
              + length
              + " samples, those before have "
              + rowLength);
    }
    rowLength = length;
    rows++;
  }

  /** Adds one sample such as {@code 0x1f}, leading zeros allowed. */
  void addHex(char[] text, int offset, int length) {
    int from = offset + 2;
    int end = offset + length;
    boolean prefixed =
        length > 2 && text[offset] == '0' && (text[offset + 1] == 'x' || text[offset + 1] == 'X');
    if (!prefixed) {
      throw wrong("should be a hexadecimal text such as \"0x2\"");
    }
    while (from < end - 1 && text[from] == '0') {
      from++;
    }
    int first = startShot((end - from + WORD_DIGITS - 1) / WORD_DIGITS);
    for (int at = end - 1, digit = 0; at >= from; at--, digit++) {
      int value = text[at] < 128 ? Character.digit(text[at], 16) : -1;
      if (value < 0) {
        throw wrong("should be a hexadecimal text such as \"0x2\"");
      }
      words[first + digit / WORD_DIGITS] |= (long) value << (4 * (digit % WORD_DIGITS));
    }
  }

  /** Adds one sample of bytes, the most significant first. */
  void addBytes(byte[] bytes) {
    int first = startShot((bytes.length + 7) / 8);
    for (int i = 0; i < bytes.length; i++) {
      long value = bytes[bytes.length - 1 - i] & 0xffL;
      words[first + i / 8] |= value << (8 * (i % 8));
    }
  }

  private int startShot(int needed) {
    if (shots >= mostShots) {
      throw new IbmProtocolException(what + " should have " + mostShots + " shots, it has more");
    }
    if (needed > stride) {
      widen(needed);
    }
    int first = Math.multiplyExact(shots, stride);
    if (first + stride > words.length) {
      words = Arrays.copyOf(words, Math.max(first + stride, Math.multiplyExact(words.length, 2)));
    }
    shots++;
    return first;
  }

  private void widen(int newStride) {
    if (newStride > 1 << 10) {
      throw wrong("has more than 65536 bits");
    }
    long[] wider = new long[Math.multiplyExact(shots + 64, newStride)];
    for (int shot = 0; shot < shots; shot++) {
      System.arraycopy(words, shot * stride, wider, shot * newStride, stride);
    }
    words = wider;
    stride = newStride;
  }

  private IbmProtocolException wrong(String trouble) {
    return new IbmProtocolException("sample " + shots + " of " + what + " " + trouble);
  }

  /**
   * The counts of the rows, each an equal share of the shots in order.
   *
   * @param width number of bits
   * @param count of rows
   */
  List<Counts> rows(int width, int count) {
    if (width < 1 || width > 1 << 16) {
      throw new IbmProtocolException(what + " should have 1 to 65536 bits, got " + width);
    }
    int needed = BitString.wordsFor(width);
    if (needed > stride) {
      widen(needed);
    }
    for (int shot = 0; shot < shots; shot++) {
      checkWidth(shot, width, needed);
    }
    List<Counts> counts = new ArrayList<>();
    int share = shots / count;
    for (int row = 0; row < count; row++) {
      long[] own = new long[share * needed];
      for (int i = 0; i < share; i++) {
        System.arraycopy(words, (row * share + i) * stride, own, i * needed, needed);
      }
      counts.add(new ShotRecord(width, own).counts());
    }
    return counts;
  }

  private void checkWidth(int shot, int width, int needed) {
    long beyond = 0;
    for (int i = needed; i < stride; i++) {
      beyond |= words[shot * stride + i];
    }
    int used = width & 63;
    if (used != 0) {
      beyond |= words[shot * stride + needed - 1] >>> used;
    }
    if (beyond != 0) {
      throw new IbmProtocolException(
          "sample " + shot + " of " + what + " does not fit in its " + width + " bits");
    }
  }
}
