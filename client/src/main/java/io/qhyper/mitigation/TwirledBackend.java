package io.qhyper.mitigation;

import io.qhyper.backend.Backend;
import io.qhyper.backend.Capabilities;
import io.qhyper.backend.JobId;
import io.qhyper.backend.JobRequest;
import io.qhyper.backend.JobResult;
import io.qhyper.backend.JobState;
import io.qhyper.random.Purpose;
import java.time.Duration;

/**
 * A backend whose jobs are twirled on the way there and flipped back on the way home; calibrations
 * are left alone. It remembers nothing: a job of an earlier process is read by its request.
 *
 * @param backend runs the jobs; closed with this one
 */
public record TwirledBackend(Backend backend) implements Backend {
  private static boolean isPlain(JobRequest request) {
    return request.stream().purpose() == Purpose.CALIBRATION;
  }

  @Override
  public String name() {
    return backend.name();
  }

  @Override
  public Capabilities capabilities() {
    return backend.capabilities();
  }

  @Override
  public JobId submit(JobRequest request) {
    return backend.submit(isPlain(request) ? request : Twirl.request(request));
  }

  @Override
  public JobState state(JobId id) {
    return backend.state(id);
  }

  @Override
  public JobState await(JobId id, Duration atMost) throws InterruptedException {
    return backend.await(id, atMost);
  }

  /** What was read, still flipped: {@link #result(JobId, JobRequest)} flips it back. */
  @Override
  public JobResult result(JobId id) {
    return backend.result(id);
  }

  @Override
  public JobResult result(JobId id, JobRequest request) {
    JobResult result = backend.result(id);
    boolean isWhole = result.rows().size() == request.rows().size() * Twirl.PATTERNS;
    // A result of another size is refused by whoever asked for it.
    return isPlain(request) || !isWhole ? result : Twirl.result(request, result);
  }

  @Override
  public void cancel(JobId id) {
    backend.cancel(id);
  }

  @Override
  public boolean keepsJobs() {
    return backend.keepsJobs();
  }

  @Override
  public void close() {
    backend.close();
  }
}
