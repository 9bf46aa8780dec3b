package io.qhyper.hybrid;

import io.qhyper.backend.JobRequest;
import io.qhyper.backend.JobResult;
import io.qhyper.random.StreamKey;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Passes jobs on and remembers them, one list for each call. */
final class RecordingJobs implements Jobs {
  private final Jobs inner;
  private final List<List<JobRequest>> calls = new ArrayList<>();

  RecordingJobs(Jobs inner) {
    this.inner = inner;
  }

  @Override
  public List<JobResult> run(List<JobRequest> requests) {
    calls.add(List.copyOf(requests));
    return inner.run(requests);
  }

  List<List<JobRequest>> calls() {
    return calls;
  }

  List<JobRequest> requests() {
    return calls.stream().flatMap(List::stream).toList();
  }

  long circuits() {
    return requests().stream().mapToLong(request -> request.rows().size()).sum();
  }

  long shots() {
    return requests().stream().mapToLong(r -> (long) r.rows().size() * r.shots()).sum();
  }

  /** The random stream of every row that was run. */
  Stream<StreamKey> streams() {
    return requests().stream()
        .flatMap(
            request ->
                LongStream.range(0, request.rows().size())
                    .mapToObj(
                        row -> request.stream().withCircuit(request.stream().circuit() + row)));
  }
}
