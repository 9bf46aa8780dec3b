package io.qhyper.backend;

import static org.assertj.core.api.Assertions.assertThat;

import io.qhyper.random.Purpose;
import io.qhyper.random.StreamKey;
import io.qhyper.shots.Counts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What simulators promise beyond {@link BackendContract}: chance comes from the request alone. */
public abstract class DeterministicBackendContract extends BackendContract {
  private static final String PROGRAM =
      """
      OPENQASM 3.0;
      include "stdgates.inc";
      input float[64] theta;
      qubit[4] q;
      bit[4] c;
      ry(theta) q[0];
      h q[1];
      cx q[1], q[2];
      c[0] = measure q[0];
      if (c[0]) h q[3];
      c[1] = measure q[1];
      c[2] = measure q[2];
      c[3] = measure q[3];
      """;

  private static final StreamKey STREAM =
      StreamKey.of(-5, Purpose.GRADIENT).withIteration(11).withCircuit(4);
  private static final List<double[]> ROWS =
      IntStream.range(0, 9).mapToObj(i -> new double[] {0.4 * i}).toList();

  private static JobRequest request(List<double[]> rows, StreamKey stream) {
    return new JobRequest(PROGRAM, rows, 1500, stream);
  }

  @Test
  void sameRequestGivesTheSameCounts() throws InterruptedException {
    JobResult first = run(request(ROWS, STREAM));
    run(request(ROWS, STREAM.withIteration(12)));

    assertThat(run(request(ROWS, STREAM))).isEqualTo(first);
    try (Backend another = open()) {
      JobId id = another.submit(request(ROWS, STREAM));
      another.await(id, Duration.ofMinutes(1));
      assertThat(another.result(id)).isEqualTo(first);
    }
  }

  @Test
  void rowsDoNotDependOnHowTheyAreBatched() throws InterruptedException {
    JobResult batch = run(request(ROWS, STREAM));

    for (int row = 0; row < ROWS.size(); row++) {
      StreamKey own = STREAM.withCircuit(STREAM.circuit() + row);
      JobResult alone = run(request(ROWS.subList(row, row + 1), own));
      assertThat(alone.rows().get(0)).as("row %d", row).isEqualTo(batch.rows().get(row));
    }
  }

  @Test
  void otherSeedPurposeIterationOrCircuitGivesOtherCounts() throws InterruptedException {
    List<double[]> row = ROWS.subList(3, 4);
    List<StreamKey> streams =
        List.of(
            STREAM,
            new StreamKey(-6, STREAM.purpose(), 11, 4, 0),
            new StreamKey(-5, Purpose.EVALUATION, 11, 4, 0),
            STREAM.withIteration(12),
            STREAM.withCircuit(5));

    List<Map<String, Counts>> results = new ArrayList<>();
    for (StreamKey stream : streams) {
      results.add(run(request(row, stream)).rows().get(0));
    }

    assertThat(results).doesNotHaveDuplicates();
  }
}
