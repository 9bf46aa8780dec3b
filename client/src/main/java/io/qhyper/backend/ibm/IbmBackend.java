package io.qhyper.backend.ibm;

import io.qhyper.backend.Backend;
import io.qhyper.backend.BackendException;
import io.qhyper.backend.Capabilities;
import io.qhyper.backend.JobId;
import io.qhyper.backend.JobRequest;
import io.qhyper.backend.JobResult;
import io.qhyper.backend.JobState;
import io.qhyper.shots.Counts;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * A quantum computer of IBM Quantum.
 *
 * <p>A request may become several jobs of the service; its id is then theirs, joined by commas, and
 * all the rest works on the whole. A job can be watched and fetched by another process than the one
 * that submitted it.
 */
public final class IbmBackend implements Backend {
  private static final String JOINT = ",";
  private static final int RESULT_LOOKS = 8;

  private final IbmService service;
  private final IbmOptions options;
  private final int qubits;
  private final JobCare care;
  private final SubmissionDesk desk;
  private final JobStates states;
  private final Submitter submitter;
  private final Polling polling;
  private final Map<JobId, Watch> watches = new ConcurrentHashMap<>();

  /**
   * A device.
   *
   * @param service is closed with the backend
   * @param qubits number of qubits of the device
   * @param care what surrounds the jobs
   * @param compiler makes programs fit the device
   */
  public IbmBackend(
      IbmService service, IbmOptions options, int qubits, JobCare care, ProgramCompiler compiler) {
    this.service = service;
    this.options = options;
    this.qubits = qubits;
    this.care = care;
    this.desk = new SubmissionDesk(service, options, care);
    this.states = new JobStates(care.log());
    this.submitter = new Submitter(options, care, compiler, desk, states);
    this.polling = new Polling(service.http().settings().pace());
  }

  @Override
  public String name() {
    return "ibm:" + options.device();
  }

  @Override
  public Capabilities capabilities() {
    return new Capabilities(qubits, options.limits().shots(), true);
  }

  /**
   * {@inheritDoc}
   *
   * <p>Asked again for a request whose submission is in the log, it finds the jobs instead of
   * making new ones.
   */
  @Override
  public JobId submit(JobRequest request) {
    List<JobId> ids = submitter.submit(request);
    return new JobId(ids.stream().map(JobId::value).collect(Collectors.joining(JOINT)));
  }

  private static List<JobId> parts(JobId id) {
    return Arrays.stream(id.value().split(JOINT)).map(JobId::new).toList();
  }

  @Override
  public JobState state(JobId id) {
    return states.joined(parts(id), service::job);
  }

  /**
   * {@inheritDoc}
   *
   * <p>The service is asked at its own pace, whoever waits for how long. A look that fails says
   * nothing about the job; the state is then that of the last look.
   */
  @Override
  public JobState await(JobId id, Duration atMost) throws InterruptedException {
    Timing timing = service.http().timing();
    Clock clock = timing.clock();
    Instant end = clock.instant().plus(atMost);
    Watch watch = watches.computeIfAbsent(id, key -> new Watch(clock.instant()));
    while (true) {
      if (Thread.interrupted()) {
        throw new InterruptedException("interrupted while waiting for job " + id);
      }
      if (watch.isDue(clock.instant())) {
        look(id, watch);
      }
      if (watch.last().isTerminal()) {
        watches.remove(id);
        sweep();
        return watch.last();
      }
      Instant now = clock.instant();
      Duration left = Duration.between(now, end);
      if (left.isNegative() || left.isZero()) {
        return watch.last();
      }
      Duration pause = watch.pause(now);
      timing.sleeper().sleep(pause.compareTo(left) < 0 ? pause : left);
    }
  }

  private void look(JobId id, Watch watch) throws InterruptedException {
    Clock clock = service.http().timing().clock();
    Duration asked = Duration.ZERO;
    try {
      watch.saw(states.joined(parts(id), service::peek));
      if (!watch.last().isTerminal()) {
        care.listener().waiting(id, watch.last(), watch.waited(clock.instant()));
      }
    } catch (BackendException e) {
      if (e.kind() == BackendException.Kind.UNKNOWN_JOB && !isToCome(id, e, watch)) {
        throw new BackendException(
            e.kind(),
            e.getMessage()
                + "; if it was deleted there, --resubmit-lost sends it again, at new cost",
            e);
      }
      if (e.kind() != BackendException.Kind.UNAVAILABLE
          && e.kind() != BackendException.Kind.UNKNOWN_JOB) {
        throw e;
      }
      if (Thread.interrupted()) {
        throw new InterruptedException("interrupted while waiting for job " + id);
      }
      care.listener().troubled(id, e.getMessage(), watch.waited(clock.instant()));
      asked = ((IbmException) e.getCause()).retryAfter().orElse(Duration.ZERO);
    }
    Instant now = clock.instant();
    watch.lookAgain(now.plus(longer(asked, polling.pause(watch.last(), watch.waited(now)))));
  }

  /** Whether a job that was accepted a moment ago is just not shown yet. */
  private boolean isToCome(JobId id, BackendException e, Watch watch) {
    return e.kind() == BackendException.Kind.UNKNOWN_JOB
        && parts(id).stream().allMatch(states::isRemembered)
        && watch.waited(service.http().timing().clock().instant()).compareTo(LostJobs.APPEARANCE)
            < 0;
  }

  private static Duration longer(Duration a, Duration b) {
    return a.compareTo(b) > 0 ? a : b;
  }

  private void sweep() {
    try {
      desk.sweep();
    } catch (IbmException e) {
      throw BackendErrors.of("a job that was sent twice could not be cancelled: ", e);
    }
  }

  @Override
  public JobResult result(JobId id) {
    List<Map<String, Counts>> rows = new ArrayList<>();
    for (JobId part : parts(id)) {
      check(part);
      rows.addAll(rows(part));
    }
    return new JobResult(rows);
  }

  private void check(JobId id) {
    JobState state = states.joined(parts(id), service::job);
    if (state instanceof JobState.Failed failed) {
      throw new BackendException(
          BackendException.Kind.JOB_FAILED, "job " + id + " failed: " + failed.reason());
    } else if (state instanceof JobState.Cancelled) {
      throw new BackendException(
          BackendException.Kind.JOB_CANCELLED, "job " + id + " was cancelled");
    } else if (!state.isTerminal()) {
      throw new BackendException(
          BackendException.Kind.NOT_READY, "job " + id + " has not ended yet");
    }
  }

  private List<Map<String, Counts>> rows(JobId id) {
    ResultReader reader = new ResultReader(states.shape(id, service::job));
    try {
      for (int look = 0; look < RESULT_LOOKS; look++) {
        if (look > 0) {
          service.http().resilience().sleep(service.http().settings().pace());
        }
        Optional<List<Map<String, Counts>>> rows = fetch(id, reader);
        if (rows.isPresent()) {
          return rows.get();
        }
      }
    } catch (IbmException e) {
      throw BackendErrors.of("the result of job " + id + ": ", e);
    }
    throw new BackendException(
        BackendException.Kind.NOT_READY,
        "job " + id + " is completed, but its result is not there yet; fetch it later");
  }

  private Optional<List<Map<String, Counts>>> fetch(JobId id, ResultReader reader) {
    return service.results(
        id,
        (status, body) -> {
          OutputStream copy = care.log().payload(id);
          Optional<List<Map<String, Counts>>> rows =
              reader.read(status, new CopyingStream(body, copy));
          if (rows.isPresent()) {
            copy.close(); // what is not whole is dropped, not kept
          }
          return rows;
        });
  }

  @Override
  public void cancel(JobId id) {
    List<JobId> left = new ArrayList<>();
    List<IbmException> errors = new ArrayList<>();
    for (JobId part : parts(id)) {
      try {
        service.cancel(part);
      } catch (IbmException e) {
        left.add(part);
        errors.add(e);
      }
    }
    if (!errors.isEmpty()) {
      BackendException first = BackendErrors.of(notStopped(id, left), errors.get(0));
      errors.stream().skip(1).forEach(first::addSuppressed);
      throw first;
    }
  }

  private static String notStopped(JobId id, List<JobId> left) {
    String which = left.stream().map(JobId::value).collect(Collectors.joining(", "));
    int others = parts(id).size() - left.size();
    return "could not be asked to stop: job "
        + which
        + (others == 0 ? "" : " (the other " + others + " were)")
        + ": ";
  }

  @Override
  public void close() {
    service.close();
  }
}
