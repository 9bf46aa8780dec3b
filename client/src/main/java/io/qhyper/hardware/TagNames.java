package io.qhyper.hardware;

import io.qhyper.backend.Digest;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Names that nobody else uses: a digest of a run's state and the process, and a number. */
final class TagNames implements Supplier<String> {
  private static final int BYTES = 12;

  private final String prefix;
  private final AtomicLong number = new AtomicLong();

  /**
   * Names for one process.
   *
   * @param scope tells apart what one process does
   * @param process tells this process from all others
   */
  TagNames(String scope, String process) {
    String unique = scope + "\n" + process;
    this.prefix = HexFormat.of().formatHex(Digest.of(unique), 0, BYTES);
  }

  @Override
  public String get() {
    return prefix + "-" + number.incrementAndGet();
  }
}
