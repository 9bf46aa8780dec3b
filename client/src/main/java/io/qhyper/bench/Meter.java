package io.qhyper.bench;

/** What a measurement reads. */
public interface Meter {
  /** Time that has passed since some fixed moment, in nanoseconds. */
  long nanos();

  /** Bytes that the calling thread has allocated so far. */
  long allocatedBytes();
}
