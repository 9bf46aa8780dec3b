package io.qhyper.hardware;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Names that no other process has used: a digest of a run or folder, this process and its time, and
 * a number.
 */
public final class TagNames implements Supplier<String> {
  private static final int BYTES = 12;

  private final String prefix;
  private final AtomicLong number = new AtomicLong();

  /**
   * Names for one process.
   *
   * @param scope the run or folder
   * @param host the machine, as far as it is known
   */
  public TagNames(String scope, String host, Instant now) {
    String unique = scope + "\n" + host + "\n" + ProcessHandle.current().pid() + "\n" + now;
    this.prefix =
        HexFormat.of()
            .formatHex(sha256().digest(unique.getBytes(StandardCharsets.UTF_8)), 0, BYTES);
  }

  @Override
  public String get() {
    return prefix + "-" + number.incrementAndGet();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
