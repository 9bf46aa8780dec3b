package io.qhyper.bnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParallelTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 100})
  void runsEveryTaskOnce(int threads) {
    AtomicIntegerArray runs = new AtomicIntegerArray(57);

    Parallel.forEach(threads, runs.length(), runs::incrementAndGet);

    for (int task = 0; task < runs.length(); task++) {
      assertThat(runs.get(task)).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void passesOnTheExceptionOfATask(int threads) {
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                Parallel.forEach(
                    threads,
                    20,
                    task -> {
                      throw new IllegalStateException("task");
                    }))
        .withMessage("task");
  }
}
