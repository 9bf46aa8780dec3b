package io.qhyper.hybrid;

/**
 * How often a run measures a fixed circuit, its program at the angles of its start, to see whether
 * the backend drifts.
 *
 * @param every steps between two measurements; 0 for none at all
 * @param shots shots of each, at least 2
 */
public record Sentinel(int every, int shots) {
  /** No measurements. */
  public static final Sentinel NONE = new Sentinel(0, 2);

  public Sentinel {
    if (every < 0) {
      throw new IllegalArgumentException(
          "steps between sentinel measurements must be at least 0, got " + every);
    }
    if (shots < 2) {
      throw new IllegalArgumentException("sentinel shots must be at least 2, got " + shots);
    }
  }

  /** Whether it is measured beside step {@code iteration}. */
  boolean isDue(long iteration) {
    return every > 0 && iteration % every == 0;
  }
}
