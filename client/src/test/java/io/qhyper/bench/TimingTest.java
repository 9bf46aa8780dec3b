package io.qhyper.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.PrimitiveIterator;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TimingTest {
  private static final long MILLISECOND = 1_000_000;
  private static final long SECOND = 1000 * MILLISECOND;

  private final HandMeter meter = new HandMeter();

  @Test
  void repeatsWorkOfTwoSecondsSevenTimes() {
    Timing timing = Timing.of(() -> work(2 * SECOND), meter, 2 * SECOND);

    assertThat(timing.nanos()).hasSize(7).containsOnly(2 * SECOND);
  }

  @Test
  void repeatsLongerWorkAsOftenAsFitsInFourteenSeconds() {
    assertThat(Timing.of(() -> work(4 * SECOND), meter, 4 * SECOND).nanos()).hasSize(3);
    assertThat(Timing.of(() -> work(60 * SECOND), meter, 60 * SECOND).nanos()).hasSize(1);
  }

  @Test
  void repeatsShortWorkForHalfASecond() {
    Timing timing = Timing.of(() -> work(10 * MILLISECOND), meter, SECOND);

    assertThat(timing.nanos()).hasSize(50);
  }

  @Test
  void leavesOutTheSecondsInWhichTheWorkGetsFaster() {
    PrimitiveIterator.OfLong durations =
        LongStream.concat(
                LongStream.of(600, 400, 400, 600, 300, 700, 290, 710, 295, 705),
                LongStream.rangeClosed(1, 7).map(i -> i * 100))
            .map(duration -> duration * MILLISECOND)
            .iterator();

    Timing timing = Timing.of(() -> work(durations.nextLong()), meter, SECOND);

    assertThat(timing.minMs()).isEqualTo(100);
    assertThat(timing.medianMs()).isEqualTo(400);
    assertThat(timing.maxMs()).isEqualTo(700);
    assertThat(durations).isExhausted();
  }

  @Test
  void warmsUpForTenSecondsAtMost() {
    AtomicLong duration = new AtomicLong(SECOND);

    Timing timing =
        Timing.of(
            () -> work(duration.getAndUpdate(last -> Math.max(last * 9 / 10, MILLISECOND))),
            meter,
            SECOND);

    assertThat(meter.nanos() - Arrays.stream(timing.nanos()).sum())
        .isBetween(10 * SECOND, 12 * SECOND);
  }

  @Test
  void takesTheMeanOfTheTwoMiddleOnesOfAnEvenNumber() {
    PrimitiveIterator.OfLong durations = LongStream.of(7 * SECOND, 5 * SECOND).iterator();

    Timing timing = Timing.of(() -> work(durations.nextLong()), meter, 3 * SECOND);

    assertThat(timing.medianMs()).isEqualTo(6000);
  }

  @Test
  void dividesAllocationsByTheRepetitions() {
    Timing timing =
        Timing.of(
            () -> {
              meter.allocate(640);
              return work(SECOND);
            },
            meter,
            3 * SECOND);

    assertThat(timing.allocatedBytes()).isEqualTo(640);
  }

  private List<Long> work(long nanos) {
    meter.pass(nanos);
    return List.of(nanos);
  }
}
