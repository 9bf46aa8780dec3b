package io.qhyper.secrets;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * What is packed in some bytes: streams of gzip and zlib anywhere, and all of it as raw deflate.
 */
final class Inflated {
  private static final int MOST_BYTES = 64 << 20;

  /** Shorter ones hold no secret, and chance makes many of them. */
  private static final int FEWEST_BYTES = TestSecrets.MARK.length();

  private Inflated() {}

  static List<byte[]> in(byte[] bytes) {
    List<byte[]> all = new ArrayList<>();
    Inflater raw = new Inflater(true);
    add(all, new InflaterInputStream(from(bytes, 0), raw));
    raw.end();
    for (int at = 0; at + 2 < bytes.length; at++) {
      if (isGzip(bytes, at)) {
        try {
          add(all, new GZIPInputStream(from(bytes, at)));
        } catch (IOException e) {
          // No header after all.
        }
      } else if (isZlib(bytes, at)) {
        add(all, new InflaterInputStream(from(bytes, at)));
      }
    }
    return all;
  }

  private static InputStream from(byte[] bytes, int at) {
    return new ByteArrayInputStream(bytes, at, bytes.length - at);
  }

  private static boolean isGzip(byte[] bytes, int at) {
    return (bytes[at] & 0xff) == 0x1f && (bytes[at + 1] & 0xff) == 0x8b && bytes[at + 2] == 8;
  }

  /** Deflate with a window of 32 KiB, and a sum that comes out (RFC 1950, section 2.2). */
  private static boolean isZlib(byte[] bytes, int at) {
    int first = bytes[at] & 0xff;
    return first == 0x78 && (first * 256 + (bytes[at + 1] & 0xff)) % 31 == 0;
  }

  /** Keeps what comes before the stream turns out to be damaged or none. */
  private static void add(List<byte[]> all, InputStream packed) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] piece = new byte[8192];
    try (packed) {
      for (int n = packed.read(piece); n >= 0 && out.size() < MOST_BYTES; n = packed.read(piece)) {
        out.write(piece, 0, n);
      }
    } catch (IOException e) {
      // the bytes so far count
    }
    if (out.size() >= FEWEST_BYTES) {
      all.add(out.toByteArray());
    }
  }
}
