package io.qhyper.bench;

/** A meter that stands still until told. */
final class HandMeter implements Meter {
  private long nanos;
  private long bytes;

  void pass(long moreNanos) {
    nanos += moreNanos;
  }

  void allocate(long moreBytes) {
    bytes += moreBytes;
  }

  @Override
  public long nanos() {
    return nanos;
  }

  @Override
  public long allocatedBytes() {
    return bytes;
  }
}
