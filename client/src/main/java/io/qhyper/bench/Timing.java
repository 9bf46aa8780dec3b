package io.qhyper.bench;

import java.util.Arrays;
import java.util.function.Supplier;

/**
 * How long some work took.
 *
 * @param nanos of each repetition, ascending
 * @param allocatedBytes by the calling thread, per repetition
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Timing(long[] nanos, long allocatedBytes) {
  /** Fewest repetitions, as long as one takes 2 s at most. */
  static final int REPETITIONS = 7;

  private static final long SECOND = 1_000_000_000L;
  private static final long LONGEST = REPETITIONS * 2 * SECOND;
  private static final long WARM_UP = SECOND;
  private static final int MOST_WARM_UPS = 10;
  private static final double STEADY = 0.95;
  private static final int STEADY_WARM_UPS = 2;
  private static final long ENOUGH = SECOND / 2;
  private static final int MOST_REPETITIONS = 1001;

  /**
   * Repeats the work: unmeasured until it is compiled, that is until the best of two seconds in
   * turn is hardly better than before (on a busy machine the compiler may not get to work for one),
   * for {@value #MOST_WARM_UPS} seconds at most; then at least {@value #REPETITIONS} times and for
   * half a second. Work of more than 2 s is repeated as often as fits in 14 s, but once.
   *
   * @param cold how long its first call took; not repeated unmeasured if that was beyond 2 s
   */
  static Timing of(Supplier<?> work, Meter meter, long cold) {
    if (cold <= 2 * SECOND) {
      warmUp(work, meter);
    }
    Object last = null;
    long[] nanos = new long[MOST_REPETITIONS];
    int done = 0;
    long total = 0;
    long allocatedBefore = meter.allocatedBytes();
    while (done == 0
        || ((done < REPETITIONS ? total + nanos[done - 1] <= LONGEST : total < ENOUGH)
            && done < MOST_REPETITIONS)) {
      long before = meter.nanos();
      last = work.get();
      nanos[done] = meter.nanos() - before;
      total += nanos[done++];
    }
    long allocated = (meter.allocatedBytes() - allocatedBefore) / done;
    if (last == null) { // also keeps the compiler from leaving the work out
      throw new IllegalStateException("the work gives no result");
    }
    long[] sorted = Arrays.copyOf(nanos, done);
    Arrays.sort(sorted);
    return new Timing(sorted, allocated);
  }

  private static void warmUp(Supplier<?> work, Meter meter) {
    long best = bestOfWarmUp(work, meter);
    int steady = 0;
    for (int i = 1; i < MOST_WARM_UPS && steady < STEADY_WARM_UPS; i++) {
      long next = bestOfWarmUp(work, meter);
      steady = next > STEADY * best ? steady + 1 : 0;
      best = Math.min(best, next);
    }
  }

  private static long bestOfWarmUp(Supplier<?> work, Meter meter) {
    long best = Long.MAX_VALUE;
    long start = meter.nanos();
    for (long now = start; now - start < WARM_UP; ) {
      Object result = work.get();
      long end = meter.nanos();
      // Using the result keeps the compiler from leaving the work out.
      best = result == null ? best : Math.min(best, end - now);
      now = end;
    }
    return best;
  }

  double medianMs() {
    int middle = nanos.length / 2;
    return nanos.length % 2 == 1 ? nanos[middle] / 1e6 : (nanos[middle - 1] + nanos[middle]) / 2e6;
  }

  double minMs() {
    return nanos[0] / 1e6;
  }

  double maxMs() {
    return nanos[nanos.length - 1] / 1e6;
  }
}
