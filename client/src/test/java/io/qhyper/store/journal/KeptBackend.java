package io.qhyper.store.journal;

import io.qhyper.backend.Backend;
import io.qhyper.backend.Capabilities;
import io.qhyper.backend.JobId;
import io.qhyper.backend.JobRequest;
import io.qhyper.backend.JobResult;
import io.qhyper.backend.JobState;
import io.qhyper.backend.local.LocalBackend;
import io.qhyper.random.StreamKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A service: its jobs outlive those who sent them, and it remembers what it was sent. */
final class KeptBackend implements Backend {
  private final LocalBackend inner = new LocalBackend(2);
  private final List<StreamKey> submitted = new ArrayList<>();

  List<StreamKey> submitted() {
    return submitted;
  }

  @Override
  public String name() {
    return "kept";
  }

  @Override
  public Capabilities capabilities() {
    return inner.capabilities();
  }

  @Override
  public JobId submit(JobRequest request) {
    submitted.add(request.stream());
    return inner.submit(request);
  }

  @Override
  public JobState state(JobId id) {
    return inner.state(id);
  }

  @Override
  public JobState await(JobId id, Duration atMost) throws InterruptedException {
    return inner.await(id, atMost);
  }

  @Override
  public JobResult result(JobId id) {
    return inner.result(id);
  }

  @Override
  public void cancel(JobId id) {
    inner.cancel(id);
  }

  @Override
  public void close() {
    inner.close();
  }
}
