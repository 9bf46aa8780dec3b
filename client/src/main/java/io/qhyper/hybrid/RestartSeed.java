package io.qhyper.hybrid;

import io.qhyper.random.Purpose;
import io.qhyper.random.StreamKey;

/** The seeds of the restarts of one run. */
public final class RestartSeed {
  private RestartSeed() {}

  /** The seed of one restart's random streams; that of the first is the run's. */
  public static long of(long seed, int restart) {
    return restart == 0
        ? seed
        : StreamKey.of(seed, Purpose.RESTART_SEED).withCircuit(restart).open().nextLong();
  }
}
