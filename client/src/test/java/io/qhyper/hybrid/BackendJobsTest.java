package io.qhyper.hybrid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qhyper.backend.Backend;
import io.qhyper.backend.BackendException;
import io.qhyper.backend.BackendException.Kind;
import io.qhyper.backend.Capabilities;
import io.qhyper.backend.JobId;
import io.qhyper.backend.JobRequest;
import io.qhyper.backend.JobResult;
import io.qhyper.backend.JobState;
import io.qhyper.random.Purpose;
import io.qhyper.random.StreamKey;
import io.qhyper.shots.BitString;
import io.qhyper.shots.Counts;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackendJobsTest {
  private final ScriptedBackend backend = new ScriptedBackend();
  private boolean stopRequested;
  private final BackendJobs jobs = new BackendJobs(backend, () -> stopRequested);

  private static JobRequest request(int rows) {
    return new JobRequest(
        "any",
        Stream.generate(() -> new double[0]).limit(rows).toList(),
        5,
        StreamKey.of(1, Purpose.SAMPLING));
  }

  @Test
  void allGoOutBeforeAnyIsAwaitedAndComeBackInOrder() {
    backend.states.addAll(
        List.of(
            new JobState.Queued(),
            new JobState.Running(),
            new JobState.Completed(),
            new JobState.Completed()));

    List<JobResult> results = jobs.run(List.of(request(2), request(1)));

    assertThat(results.stream().map(result -> result.rows().size())).containsExactly(2, 1);
    assertThat(backend.events)
        .containsExactly(
            "submit 1",
            "submit 2",
            "await 1",
            "await 1",
            "await 1",
            "result 1",
            "await 2",
            "result 2");
  }

  @Test
  void failureCancelsTheOthersAndSaysWhy() {
    backend.states.add(new JobState.Failed("no quota"));

    assertThatThrownBy(() -> jobs.run(List.of(request(1), request(1))))
        .isInstanceOfSatisfying(
            BackendException.class, e -> assertThat(e.kind()).isEqualTo(Kind.JOB_FAILED))
        .hasMessageContainingAll("job 1", "no quota");
    assertThat(backend.events).contains("cancel 2");
  }

  @Test
  void jobCancelledElsewhereIsTold() {
    backend.states.add(new JobState.Cancelled());

    assertThatThrownBy(() -> jobs.run(List.of(request(1))))
        .isInstanceOfSatisfying(
            BackendException.class, e -> assertThat(e.kind()).isEqualTo(Kind.JOB_CANCELLED));
  }

  @Test
  void refusedSubmissionCancelsThoseBefore() {
    backend.refused = 2;

    assertThatThrownBy(() -> jobs.run(List.of(request(1), request(1), request(1))))
        .isInstanceOf(BackendException.class)
        .hasMessage("refused");
    assertThat(backend.events).containsExactly("submit 1", "submit 2", "cancel 1");
  }

  @Test
  void stopRequestCancelsAll() {
    stopRequested = true;

    assertThatThrownBy(() -> jobs.run(List.of(request(1), request(1))))
        .isInstanceOf(StoppedException.class);
    assertThat(backend.events).containsExactly("submit 1", "submit 2", "cancel 1", "cancel 2");
  }

  @Test
  void stopRequestLeavesJobsThatCanBeAskedForLater() {
    stopRequested = true;
    backend.keepsJobs = true;

    assertThatThrownBy(() -> jobs.run(List.of(request(1), request(1))))
        .isInstanceOf(StoppedException.class);
    assertThat(backend.events).containsExactly("submit 1", "submit 2");
  }

  @Test
  void failingCancelDoesNotHideTheReason() {
    stopRequested = true;
    backend.cancelFails = true;

    assertThatThrownBy(() -> jobs.run(List.of(request(1), request(1))))
        .isInstanceOf(StoppedException.class)
        .satisfies(e -> assertThat(e.getSuppressed()).hasSize(2));
  }

  @Test
  void interruptStopsAndStaysSet() {
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> jobs.run(List.of(request(1)))).isInstanceOf(StoppedException.class);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(backend.events).contains("cancel 1");
  }

  @Test
  void resultWithTheWrongNumberOfRowsIsRefused() {
    backend.states.add(new JobState.Completed());
    backend.lostRows = 1;

    assertThatThrownBy(() -> jobs.run(List.of(request(3))))
        .isInstanceOfSatisfying(
            BackendException.class, e -> assertThat(e.kind()).isEqualTo(Kind.BAD_RESULT))
        .hasMessageContainingAll("3", "2");
  }

  /** Answers from a script and remembers what it was asked. */
  private static final class ScriptedBackend implements Backend {
    private final List<String> events = new ArrayList<>();
    private final List<JobRequest> requests = new ArrayList<>();
    private final Deque<JobState> states = new ArrayDeque<>();
    private int refused;
    private int lostRows;
    private boolean cancelFails;
    private boolean keepsJobs;

    @Override
    public String name() {
      return "scripted";
    }

    @Override
    public Capabilities capabilities() {
      return new Capabilities(1, 1, false);
    }

    @Override
    public JobId submit(JobRequest request) {
      requests.add(request);
      events.add("submit " + requests.size());
      if (requests.size() == refused) {
        throw new BackendException(Kind.BAD_REQUEST, "refused");
      }
      return new JobId(String.valueOf(requests.size()));
    }

    @Override
    public JobState state(JobId id) {
      return states.remove();
    }

    @Override
    public JobState await(JobId id, Duration atMost) throws InterruptedException {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      events.add("await " + id);
      return states.remove();
    }

    @Override
    public JobResult result(JobId id) {
      events.add("result " + id);
      Counts counts = Counts.of(1, Map.of(BitString.of(1, 0), 5L));
      int rows = requests.get(Integer.parseInt(id.value()) - 1).rows().size() - lostRows;
      return new JobResult(Stream.generate(() -> Map.of("c", counts)).limit(rows).toList());
    }

    @Override
    public boolean keepsJobs() {
      return keepsJobs;
    }

    @Override
    public void cancel(JobId id) {
      events.add("cancel " + id);
      if (cancelFails) {
        throw new BackendException(Kind.UNKNOWN_JOB, "gone");
      }
    }

    @Override
    public void close() {
      events.add("close");
    }
  }
}
