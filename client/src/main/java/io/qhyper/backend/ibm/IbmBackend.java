package io.qhyper.backend.ibm;

import io.qhyper.backend.Backend;
import io.qhyper.backend.BackendException;
import io.qhyper.backend.Capabilities;
import io.qhyper.backend.JobId;
import io.qhyper.backend.JobRequest;
import io.qhyper.backend.JobResult;
import io.qhyper.backend.JobState;
import io.qhyper.backend.ibm.IbmException.Kind;
import io.qhyper.circuit.Circuit;
import io.qhyper.qasm.QasmSyntaxException;
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
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

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
  private static final Duration RESULT_PAUSE = Duration.ofSeconds(2);

  private final IbmService service;
  private final IbmOptions options;
  private final int qubits;
  private final SubmissionLog log;
  private final UnaryOperator<Circuit> compiler;
  private final SubmissionDesk desk;
  private final JobStates states = new JobStates();
  private volatile boolean rowsRefused;

  /**
   * A device.
   *
   * @param service is closed with the backend
   * @param qubits number of qubits of the device
   * @param log where submissions are written down
   * @param ids a new unique text at each call, at most 79 letters, digits and dashes
   * @param compiler brings a program to the device's qubits and gates; keeps inputs and registers
   */
  public IbmBackend(
      IbmService service,
      IbmOptions options,
      int qubits,
      SubmissionLog log,
      Supplier<String> ids,
      UnaryOperator<Circuit> compiler) {
    this.service = service;
    this.options = options;
    this.qubits = qubits;
    this.log = log;
    this.compiler = compiler;
    this.desk = new SubmissionDesk(service, options, log, ids);
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
    DeviceProgram program;
    JobPlan plan;
    try {
      program = DeviceProgram.of(request.program(), compiler);
      plan = new JobPlan(program, request, options);
      plan.check();
    } catch (QasmSyntaxException | IllegalArgumentException e) {
      throw new BackendException(BackendException.Kind.BAD_REQUEST, e.getMessage(), e);
    }
    try {
      if (plan.isByRows() && !rowsRefused) {
        Optional<JobId> byRows = submitRows(plan);
        if (byRows.isPresent()) {
          return byRows.get();
        }
      }
      return submit(plan.texts());
    } catch (IllegalArgumentException e) {
      throw new BackendException(BackendException.Kind.BAD_REQUEST, e.getMessage(), e);
    } catch (IbmException e) {
      throw BackendErrors.of("the job was not submitted: ", e);
    }
  }

  /** Empty if the service refuses this form. */
  private Optional<JobId> submitRows(JobPlan plan) {
    List<JobPlan.Part> parts = plan.rows();
    try {
      JobId first = submit(parts.subList(0, 1));
      return Optional.of(
          parts.size() == 1
              ? first
              : new JobId(first + JOINT + submit(parts.subList(1, parts.size()))));
    } catch (IbmServiceException e) {
      if (e.kind() != Kind.BAD_REQUEST) {
        throw e;
      }
      rowsRefused = true;
      return Optional.empty();
    }
  }

  private JobId submit(List<JobPlan.Part> parts) {
    List<String> ids = new ArrayList<>();
    for (JobPlan.Part part : parts) {
      String id = desk.submit(part.submission(), part::job).value();
      states.remember(id, part.shape());
      ids.add(id);
    }
    return new JobId(String.join(JOINT, ids));
  }

  private static List<JobId> parts(JobId id) {
    return Arrays.stream(id.value().split(JOINT)).map(JobId::new).toList();
  }

  @Override
  public JobState state(JobId id) {
    return states.joined(parts(id), service::job);
  }

  @Override
  public JobState await(JobId id, Duration atMost) throws InterruptedException {
    Timing timing = service.http().timing();
    Clock clock = timing.clock();
    Instant start = clock.instant();
    JobState state = new JobState.Queued();
    while (true) {
      if (Thread.interrupted()) {
        throw new InterruptedException("interrupted while waiting for job " + id);
      }
      Duration asked = Duration.ZERO;
      Optional<BackendException> trouble = Optional.empty();
      try {
        state = states.joined(parts(id), service::peek);
      } catch (BackendException e) {
        // A look that failed says nothing about the job.
        if (e.kind() != BackendException.Kind.UNAVAILABLE) {
          throw e;
        }
        if (Thread.interrupted()) {
          throw new InterruptedException("interrupted while waiting for job " + id);
        }
        trouble = Optional.of(e);
        asked = ((IbmException) e.getCause()).retryAfter().orElse(Duration.ZERO);
      }
      if (state.isTerminal()) {
        sweep();
        return state;
      }
      Duration waited = Duration.between(start, clock.instant());
      Duration left = atMost.minus(waited);
      if (left.isNegative() || left.isZero()) {
        if (trouble.isPresent()) {
          throw trouble.get();
        }
        return state;
      }
      Duration pause = longer(asked, Polling.pause(state, waited));
      timing.sleeper().sleep(pause.compareTo(left) < 0 ? pause : left);
    }
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
          service.http().resilience().sleep(RESULT_PAUSE);
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
          try (OutputStream copy = log.payload(id)) {
            return reader.read(status, new CopyingStream(body, copy));
          }
        });
  }

  @Override
  public void cancel(JobId id) {
    for (JobId part : parts(id)) {
      try {
        service.cancel(part);
      } catch (IbmException e) {
        throw BackendErrors.of("job " + part + ": ", e);
      }
    }
  }

  @Override
  public void close() {
    service.close();
  }
}
