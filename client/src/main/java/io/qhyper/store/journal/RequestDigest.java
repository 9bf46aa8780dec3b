package io.qhyper.store.journal;

import io.qhyper.backend.JobRequest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** What a job asks for, in 32 bytes. */
final class RequestDigest {
  private RequestDigest() {}

  /** SHA-256 over program, rows and shots. */
  static byte[] of(JobRequest request) {
    MessageDigest digest = sha256();
    digest.update(request.program().getBytes(StandardCharsets.UTF_8));
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, request.shots()));
    digest.update(Vectors.bytes(request.rows()));
    return digest.digest();
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
