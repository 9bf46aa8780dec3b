package io.qhyper.backend;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 of what tells jobs apart. */
public final class Digest {
  private Digest() {}

  /** The 32 bytes of a text in UTF-8. */
  public static byte[] of(String text) {
    return sha256().digest(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The 32 bytes of what a request asks for: program, shots and rows, the numbers without any
   * rounding. Its stream does not matter.
   */
  public static byte[] of(JobRequest request) {
    MessageDigest digest = sha256();
    digest.update(request.program().getBytes(StandardCharsets.UTF_8));
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, request.shots()));
    for (double[] row : request.rows()) {
      ByteBuffer bytes =
          ByteBuffer.allocate(row.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
      for (double value : row) {
        bytes.putDouble(value);
      }
      digest.update(bytes.array());
    }
    return digest.digest();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
