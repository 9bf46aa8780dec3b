package io.qhyper.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qhyper.backend.BackendException.Kind;
import io.qhyper.random.Purpose;
import io.qhyper.random.StreamKey;
import io.qhyper.shots.BitString;
import io.qhyper.shots.Counts;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every backend must do; a backend's test extends it and says how to make one. */
public abstract class BackendContract {
  /** Two registers; the left one is flipped by certainty, the right one turns with the inputs. */
  private static final String PROGRAM =
      """
      OPENQASM 3.0;
      include "stdgates.inc";
      input float[64] a;
      input float[64] b;
      qubit[3] q;
      bit[1] flag;
      bit[2] out;
      x q[0];
      ry(a) q[1];
      ry(b) q[2];
      flag[0] = measure q[0];
      out[0] = measure q[1];
      out[1] = measure q[2];
      """;

  private static final StreamKey STREAM = StreamKey.of(7, Purpose.SAMPLING).withIteration(3);
  private static final Duration LONG = Duration.ofMinutes(1);

  private Backend backend;

  /** A new backend; the contract closes it. */
  protected abstract Backend open();

  @BeforeEach
  void openBackend() {
    backend = open();
  }

  @AfterEach
  void closeBackend() {
    backend.close();
  }

  /** The backend of the test that runs. */
  protected Backend backend() {
    return backend;
  }

  /** Runs a request to its end. */
  protected JobResult run(JobRequest request) throws InterruptedException {
    JobId id = backend.submit(request);
    assertThat(backend.await(id, LONG)).isEqualTo(new JobState.Completed());
    return backend.result(id);
  }

  private static JobRequest request(double[]... rows) {
    return new JobRequest(PROGRAM, List.of(rows), 200, STREAM);
  }

  @Test
  void saysWhatItIsAndCanDo() {
    assertThat(backend.name()).isNotBlank();
    assertThat(backend.capabilities().maximumQubits()).isPositive();
    assertThat(backend.capabilities().maximumShots()).isPositive();
  }

  @Test
  void completedJobStaysCompletedAndItsResultCanBeFetchedAgain() throws InterruptedException {
    JobId id = backend.submit(request(new double[] {0.3, 0.4}));

    assertThat(backend.await(id, LONG)).isEqualTo(new JobState.Completed());
    assertThat(backend.state(id)).isEqualTo(new JobState.Completed());
    assertThat(backend.await(id, Duration.ZERO)).isEqualTo(new JobState.Completed());
    assertThat(backend.result(id)).isEqualTo(backend.result(id));
  }

  @Test
  void everyJobHasItsOwnId() {
    assertThat(backend.submit(request(new double[] {0, 0})))
        .isNotEqualTo(backend.submit(request(new double[] {0, 0})));
  }

  @Test
  void rowsComeBackInOrderWithAllRegistersAndShots() throws InterruptedException {
    JobResult result =
        run(
            request(
                new double[] {0, 0},
                new double[] {Math.PI, 0},
                new double[] {0, Math.PI},
                new double[] {Math.PI, Math.PI}));

    assertThat(result.rows())
        .allSatisfy(row -> assertThat(row.keySet()).containsExactly("flag", "out"));
    assertThat(result.register("flag"))
        .allSatisfy(counts -> assertThat(counts.toMap()).containsOnlyKeys(bits("1")));
    assertThat(result.register("out").stream().map(Counts::toString))
        .containsExactly("{00=200}", "{01=200}", "{10=200}", "{11=200}");
  }

  @Test
  void probabilitiesFollowTheInputs() throws InterruptedException {
    int shots = 10_000;
    double probability = Math.pow(Math.sin(0.5), 2);

    Counts counts =
        run(new JobRequest(PROGRAM, List.of(new double[] {1, 0}), shots, STREAM))
            .register("out")
            .get(0);

    // Five standard errors of a binomial share: a false alarm once in two million.
    double error = Math.sqrt(probability * (1 - probability) / shots);
    assertThat(Math.abs(counts.count(bits("01")) / (double) shots - probability))
        .isLessThan(5 * error);
  }

  @Test
  void unknownRegisterIsABadResult() throws InterruptedException {
    JobResult result = run(request(new double[] {0, 0}));

    assertThatThrownBy(() -> result.register("c"))
        .isInstanceOfSatisfying(
            BackendException.class, e -> assertThat(e.kind()).isEqualTo(Kind.BAD_RESULT))
        .hasMessageContainingAll("'c'", "flag", "out");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "OPENQASM 3.0; qubit q; x q",
        "OPENQASM 3.0; include \"stdgates.inc\"; qubit[1] q; bit[1] c; zzz q[0];",
        "OPENQASM 3.0; defcal x $0 { }",
        "OPENQASM 3.0; include \"stdgates.inc\"; qubit[1] q; x q[0];",
        "<html>not a program</html>"
      })
  void badProgramIsRefusedAtOnce(String program) {
    JobRequest bad = new JobRequest(program, List.of(new double[0]), 10, STREAM);

    assertThatThrownBy(() -> backend.submit(bad))
        .isInstanceOfSatisfying(
            BackendException.class, e -> assertThat(e.kind()).isEqualTo(Kind.BAD_REQUEST));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3})
  void rowOfTheWrongLengthIsRefusedAtOnce(int length) {
    JobRequest bad = request(new double[] {0, 0}, new double[length]);

    assertThatThrownBy(() -> backend.submit(bad))
        .isInstanceOfSatisfying(
            BackendException.class, e -> assertThat(e.kind()).isEqualTo(Kind.BAD_REQUEST))
        .hasMessageContainingAll("2", String.valueOf(length));
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
  void rowWithANumberThatIsNotFiniteIsRefusedAtOnce(double value) {
    JobRequest bad = request(new double[] {0, value});

    assertThatThrownBy(() -> backend.submit(bad))
        .isInstanceOfSatisfying(
            BackendException.class, e -> assertThat(e.kind()).isEqualTo(Kind.BAD_REQUEST))
        .hasMessageContaining(String.valueOf(value));
  }

  @Test
  void refusedSubmissionLeavesTheBackendUsable() throws InterruptedException {
    JobRequest bad = request(new double[1]);
    assertThatThrownBy(() -> backend.submit(bad)).isInstanceOf(BackendException.class);

    assertThat(run(request(new double[] {0, 0})).rows()).hasSize(1);
  }

  @Test
  void unknownJobIsNamed() {
    JobId unknown = new JobId("no-such-job");

    assertUnknown(() -> backend.state(unknown));
    assertUnknown(() -> backend.await(unknown, Duration.ZERO));
    assertUnknown(() -> backend.result(unknown));
    assertUnknown(() -> backend.cancel(unknown));
  }

  private static void assertUnknown(ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            BackendException.class, e -> assertThat(e.kind()).isEqualTo(Kind.UNKNOWN_JOB))
        .hasMessageContaining("no-such-job");
  }

  @Test
  void cancelledJobHasNoResultAndOneThatEndedIsNotTouched() throws InterruptedException {
    JobId ended = backend.submit(request(new double[] {0.3, 0.4}));
    backend.await(ended, LONG);
    JobResult before = backend.result(ended);
    JobId running = backend.submit(longJob());

    backend.cancel(running);
    backend.cancel(ended);

    assertThat(backend.await(running, LONG)).isEqualTo(new JobState.Cancelled());
    assertThatThrownBy(() -> backend.result(running))
        .isInstanceOfSatisfying(
            BackendException.class, e -> assertThat(e.kind()).isEqualTo(Kind.JOB_CANCELLED));
    assertThat(backend.result(ended)).isEqualTo(before);
    assertThat(run(request(new double[] {0, 0})).rows()).hasSize(1);
  }

  @Test
  void resultBeforeTheEndIsNotReadyAndWaitingIsBounded() throws InterruptedException {
    JobId running = backend.submit(longJob());

    assertThat(backend.state(running).isTerminal()).isFalse();
    assertThat(backend.await(running, Duration.ofMillis(1)).isTerminal()).isFalse();
    assertThatThrownBy(() -> backend.result(running))
        .isInstanceOfSatisfying(
            BackendException.class, e -> assertThat(e.kind()).isEqualTo(Kind.NOT_READY));
    backend.cancel(running);
  }

  @Test
  void interruptedWaitThrowsAndTheJobGoesOn() throws InterruptedException {
    JobId running = backend.submit(longJob());
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> backend.await(running, LONG)).isInstanceOf(InterruptedException.class);
    assertThat(Thread.interrupted()).isFalse();
    assertThat(backend.state(running).isTerminal()).isFalse();
    backend.cancel(running);
  }

  /** Far more work than the moment between two calls. */
  private static JobRequest longJob() {
    List<double[]> rows = IntStream.range(0, 2000).mapToObj(i -> new double[] {i, i}).toList();
    return new JobRequest(PROGRAM, rows, 1_000_000, STREAM);
  }

  private static BitString bits(String text) {
    return BitString.parse(text);
  }
}
