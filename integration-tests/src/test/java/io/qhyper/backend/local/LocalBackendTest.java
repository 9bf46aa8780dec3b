package io.qhyper.backend.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qhyper.backend.Backend;
import io.qhyper.backend.BackendException;
import io.qhyper.backend.DeterministicBackendContract;
import io.qhyper.backend.JobId;
import io.qhyper.backend.JobRequest;
import io.qhyper.backend.JobState;
import io.qhyper.random.Purpose;
import io.qhyper.random.StreamKey;
import io.qhyper.sim.EngineName;
import io.qhyper.sim.SimulationOptions;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalBackendTest extends DeterministicBackendContract {
  private static final String COINS =
      """
      OPENQASM 3.0;
      include "stdgates.inc";
      input float[64] theta;
      qubit[3] q;
      bit[3] c;
      ry(theta) q;
      c = measure q;
      """;

  private static final StreamKey STREAM = StreamKey.of(1, Purpose.SAMPLING);

  @Override
  protected Backend open() {
    return new LocalBackend(2);
  }

  private static JobRequest coins(int rows, int shots) {
    return new JobRequest(
        COINS,
        IntStream.range(0, rows).mapToObj(i -> new double[] {0.1 * i}).toList(),
        shots,
        STREAM);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 8})
  void threadsDoNotChangeResults(int threads) throws InterruptedException {
    try (LocalBackend other = new LocalBackend(threads)) {
      JobId id = other.submit(coins(20, 300));
      other.await(id, Duration.ofMinutes(1));

      assertThat(other.result(id)).isEqualTo(run(coins(20, 300)));
    }
  }

  @Test
  void jobsQueueBehindEachOther() throws InterruptedException {
    List<JobId> ids = IntStream.range(0, 20).mapToObj(i -> backend().submit(coins(3, 50))).toList();

    assertThat(backend().await(ids.get(19), Duration.ofMinutes(1)))
        .isEqualTo(new JobState.Completed());
    assertThat(ids)
        .allSatisfy(id -> assertThat(backend().state(id)).isEqualTo(new JobState.Completed()));
  }

  @Test
  void programBeyondTheMemoryFailsWithTheReason() throws InterruptedException {
    String wide =
        "OPENQASM 3.0; include \"stdgates.inc\"; qubit[60] q; bit[60] c; h q; c = measure q;";
    SimulationOptions options = SimulationOptions.DEFAULT.withEngine(EngineName.REFERENCE);
    try (LocalBackend full = new LocalBackend(1, options)) {
      JobId id = full.submit(new JobRequest(wide, List.of(new double[0]), 1, STREAM));

      JobState state = full.await(id, Duration.ofMinutes(1));

      assertThat(state)
          .isInstanceOfSatisfying(
              JobState.Failed.class, failed -> assertThat(failed.reason()).contains("60 qubits"));
      assertThatThrownBy(() -> full.result(id))
          .isInstanceOfSatisfying(
              BackendException.class,
              e -> assertThat(e.kind()).isEqualTo(BackendException.Kind.JOB_FAILED))
          .hasMessageContaining("60 qubits");
    }
  }

  @Test
  void closingCancelsWhatRunsAndWhatWaits() throws InterruptedException {
    LocalBackend other = new LocalBackend(1);
    JobId running = other.submit(coins(2000, 1_000_000));
    JobId waiting = other.submit(coins(1, 1));

    other.close();

    for (JobId id : List.of(running, waiting)) {
      assertThat(other.await(id, Duration.ofMinutes(1))).isEqualTo(new JobState.Cancelled());
      assertThatThrownBy(() -> other.result(id))
          .isInstanceOfSatisfying(
              BackendException.class,
              e -> assertThat(e.kind()).isEqualTo(BackendException.Kind.JOB_CANCELLED));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1})
  void needsAThread(int threads) {
    assertThatThrownBy(() -> new LocalBackend(threads))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("got " + threads);
  }
}
