package io.qhyper.backend.ibm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.qhyper.backend.ibm.JobLimits.Range;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JobLimitsTest {
  @Test
  void rangesAreInOrderWithinLimitsAndAsFewAsPossible() {
    for (long seed = 0; seed < 500; seed++) {
      Random random = new Random(seed);
      JobLimits limits = new JobLimits(100, 1000, 50);
      long[] sizes = random.longs(1 + random.nextInt(40), 0, 700).toArray();
      long base = random.nextInt(300);
      int shots = 1 + random.nextInt(50);

      List<Range> ranges = limits.split(base, sizes, shots);

      int next = 0;
      for (Range range : ranges) {
        assertThat(range.from()).as("seed %d", seed).isEqualTo(next);
        assertThat(fits(range.from(), range.to(), base, sizes, shots)).isTrue();
        // A longer one would not have been allowed: greedy is the fewest.
        assertThat(
                range.to() == sizes.length
                    || !fits(range.from(), range.to() + 1, base, sizes, shots))
            .isTrue();
        next = range.to();
      }
      assertThat(next).isEqualTo(sizes.length);
    }
  }

  private static boolean fits(int from, int to, long base, long[] sizes, int shots) {
    long bytes = base;
    for (int i = from; i < to; i++) {
      bytes += sizes[i];
    }
    return to > from && bytes <= 1000 && (long) (to - from) * shots <= 100;
  }

  @Test
  void gradientFitsInOneJob() {
    // Two circuits for each of 100 angles at 10 000 shots.
    assertThat(JobLimits.DOCUMENTED.split(0, new long[200], 10_000)).hasSize(1);
  }

  @Test
  void tooMuchForOneJobIsRefused() {
    assertThatThrownBy(() -> JobLimits.DOCUMENTED.split(0, new long[] {9 << 20}, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> JobLimits.DOCUMENTED.split(0, new long[1], 100_001))
        .hasMessageContaining("100001");
  }

  @Test
  void timesAgreeWithTheReference() {
    assertThat(QpuTime.TYPICAL.seconds(1, 4096)).isCloseTo(3.4, within(0.05));
    assertThat(QpuTime.TYPICAL.seconds(1, 100_000)).isCloseTo(37, within(0.05));
    assertThat(QpuTime.TYPICAL.cap(100_000, 2)).isEqualTo(74);
    assertThat(QpuTime.TYPICAL.cap(100_000_000, 2)).isEqualTo(10_800);
    assertThat(new QpuTime(0, 0, 0).cap(1, 1)).isEqualTo(1);
    assertThatThrownBy(() -> QpuTime.TYPICAL.cap(1, Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> QpuTime.TYPICAL.withCircuitTime(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
