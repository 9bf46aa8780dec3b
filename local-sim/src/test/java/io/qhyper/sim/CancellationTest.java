package io.qhyper.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qhyper.circuit.Circuit;
import io.qhyper.circuit.GateName;
import io.qhyper.random.Purpose;
import io.qhyper.random.StreamKey;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CancellationTest {
  private final SimulatedProgram program =
      SimulatedProgram.of(Circuit.builder(2).gate(GateName.H, 0).measureAll("c").build());
  private final List<ShotRequest> requests =
      Collections.nCopies(
          5, new ShotRequest(new double[0], 10, StreamKey.of(1, Purpose.SAMPLING), Memory.DISCARD));

  @AfterEach
  void clearInterrupt() {
    Thread.interrupted();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void endsABatchWhenItsThreadIsInterrupted(int threads) {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> program.run(requests, threads))
        .isInstanceOf(CancellationException.class);
    assertThat(Thread.currentThread().isInterrupted()).isTrue();
  }

  @Test
  void endsAGradientWhenItsThreadIsInterrupted() {
    RegisterDistribution exact = program.exact("c");
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> exact.gradient(new double[0], new double[4]))
        .isInstanceOf(CancellationException.class);
    assertThat(Thread.currentThread().isInterrupted()).isTrue();
  }
}
