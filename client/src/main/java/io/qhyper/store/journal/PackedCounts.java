package io.qhyper.store.journal;

import io.qhyper.shots.BitString;
import io.qhyper.shots.Counts;
import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;

/** Histograms as bytes; the format is told in the package's description. */
final class PackedCounts {
  private PackedCounts() {}

  static byte[] bytes(Counts counts) {
    int size = (counts.width() + 7) / 8;
    ByteArrayOutputStream out = new ByteArrayOutputStream(counts.distinct() * (size + 1));
    for (int entry = 0; entry < counts.distinct(); entry++) {
      for (int i = 0; i < size; i++) {
        out.write((int) (counts.word(entry, i >> 3) >>> (8 * (i & 7))));
      }
      long left = counts.count(entry);
      for (; left > 0x7f; left >>>= 7) {
        out.write(((int) left & 0x7f) | 0x80);
      }
      out.write((int) left);
    }
    return out.toByteArray();
  }

  /**
   * What {@link #bytes} was given.
   *
   * @throws IllegalArgumentException if the bytes are nothing of the kind
   */
  static Counts of(int width, byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    Map<BitString, Long> entries = new LinkedHashMap<>();
    try {
      while (in.hasRemaining()) {
        long[] words = new long[BitString.wordsFor(width)];
        for (int i = 0; i < (width + 7) / 8; i++) {
          words[i >> 3] |= (in.get() & 0xffL) << (8 * (i & 7));
        }
        long count = 0;
        int shift = 0;
        byte part;
        do {
          part = in.get();
          count |= (part & 0x7fL) << shift;
          shift += 7;
        } while (part < 0 && shift < Long.SIZE);
        entries.put(BitString.ofWords(width, words), count);
      }
    } catch (BufferUnderflowException e) {
      throw new IllegalArgumentException("cut off after " + bytes.length + " bytes", e);
    }
    return Counts.of(width, entries);
  }
}
