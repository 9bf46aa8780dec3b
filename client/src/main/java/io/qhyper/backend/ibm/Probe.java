package io.qhyper.backend.ibm;

import com.fasterxml.jackson.databind.JsonNode;
import io.qhyper.backend.BackendException;
import io.qhyper.backend.JobId;
import io.qhyper.backend.JobState;
import io.qhyper.backend.ibm.IbmException.Kind;
import io.qhyper.random.Purpose;
import io.qhyper.random.StreamKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;

/**
 * Spends one small job to find out what the documentation of the service leaves open (reference,
 * section 8). The submission is written down before it is made; a probe that was broken off goes on
 * with the job that it has.
 */
public final class Probe {
  /** Looks at a new job in the time of one at a running job. */
  private static final int LOOKS_PER_PACE = 4;

  private static final Duration LONGEST_LOOK = Duration.ofMinutes(5);
  private static final int RESULT_LOOKS = 30;
  private static final StreamKey STREAM = StreamKey.of(0, Purpose.SAMPLING);

  private final IbmService service;
  private final IbmOptions options;
  private final ProbeFile file;
  private final SubmissionDesk desk;
  private final Clock clock;

  /**
   * A probe that has not started.
   *
   * @param ids a new unique text at each call
   * @param file remembers the submission and what was found
   */
  public Probe(IbmService service, IbmOptions options, ProbeFile file, Supplier<String> ids) {
    this.service = service;
    this.options = options;
    this.file = file;
    this.desk = new SubmissionDesk(service, options, JobCare.with(file, ids));
    this.clock = service.http().timing().clock();
  }

  /** Circuits × rows × shots of the job. */
  public static long executions() {
    return (long) ProbeProgram.INPUTS * ProbeProgram.SHOTS;
  }

  /** What is known of a submission that was accepted. */
  private record Sent(JobId id, Optional<String> rowsRefused, OptionalDouble visibleSeconds) {}

  /**
   * Submits the job, waits for it, asks what there is to ask, and remembers the answers.
   *
   * @param qubits three of the device that work
   * @throws BackendException if the service cannot be reached, refuses the job in either form, or
   *     it is not known whether it took it
   */
  public ProbeFindings run(List<Integer> qubits) {
    try {
      ProbeFindings findings = findings(sent(qubits));
      file.found(findings);
      return findings;
    } catch (IbmException e) {
      throw BackendErrors.of("the probe: ", e);
    }
  }

  private Sent sent(List<Integer> qubits) {
    SamplerJob.Pub rows = new SamplerJob.Pub(ProbeProgram.open(qubits), ProbeProgram.rows());
    SamplerJob.Pub text = new SamplerJob.Pub(ProbeProgram.bound(qubits), List.of());
    if (file.earlier(submission(BindMode.TEXT, text)).isPresent()) {
      return sent(BindMode.TEXT, text, Optional.of("refused by an earlier probe"));
    }
    try {
      return sent(BindMode.ROWS, rows, Optional.empty());
    } catch (IbmServiceException e) {
      if (e.kind() != Kind.BAD_REQUEST) {
        throw e;
      }
      return sent(BindMode.TEXT, text, Optional.of(e.getMessage()));
    }
  }

  private Submission submission(BindMode form, SamplerJob.Pub pub) {
    int rows = pub.resultRows();
    int shots = ProbeProgram.SHOTS;
    double seconds = options.time().seconds(1, (long) rows * shots);
    return new Submission(STREAM, "probe", form, 0, 1, 0, rows, shots, seconds);
  }

  private Sent sent(BindMode form, SamplerJob.Pub pub, Optional<String> rowsRefused) {
    Submission submission = submission(form, pub);
    boolean isNew = file.earlier(submission).isEmpty();
    int rows = submission.rows();
    int shots = submission.shots();
    ResultShape shape = new ResultShape(1, rows, shots, ProbeProgram.REGISTERS);
    int cap = options.time().cap((long) rows * shots, options.margin());
    JobId id =
        desk.submit(
            submission,
            tag ->
                new SamplerJob(
                    options.device(),
                    List.of(pub),
                    shots,
                    options.sampler(),
                    cap,
                    List.of(tag, shape.tag()),
                    Optional.empty()));
    return new Sent(id, rowsRefused, isNew ? visible(id) : OptionalDouble.empty());
  }

  /** How long the list of jobs does not know the new one. */
  private OptionalDouble visible(JobId id) {
    Instant accepted = clock.instant();
    String tag = openTag();
    while (true) {
      boolean isThere =
          service.jobs(new JobQuery(List.of(tag), Optional.empty(), Optional.empty(), 10)).stream()
              .anyMatch(job -> job.id().equals(id));
      Duration waited = Duration.between(accepted, clock.instant());
      if (isThere) {
        return OptionalDouble.of(waited.toMillis() / 1e3);
      } else if (waited.compareTo(LONGEST_LOOK) > 0) {
        return OptionalDouble.empty();
      }
      service.http().resilience().sleep(pace().dividedBy(LOOKS_PER_PACE));
    }
  }

  private Duration pace() {
    return service.http().settings().pace();
  }

  private String openTag() {
    try {
      return file.openTag().orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ProbeFindings findings(Sent sent) {
    IbmJob job = ended(sent.id());
    Optional<ProbeSamples> samples = Optional.empty();
    Optional<String> rowsRefused = sent.rowsRefused();
    if (job.state() instanceof JobState.Completed) {
      samples = rowsRefused.isPresent() ? formOnly(sent.id()) : samples(sent.id());
    } else if (rowsRefused.isEmpty() && job.state() instanceof JobState.Failed failed) {
      rowsRefused = Optional.of(failed.reason());
    }
    Optional<IbmServiceException> refusal = service.refusalToCancel(sent.id());
    return new ProbeFindings(
        options.device(),
        sent.id().value(),
        clock.instant(),
        samples.map(ProbeSamples::form),
        rowsRefused,
        samples.map(ProbeSamples::nesting).filter(n -> sent.rowsRefused().isEmpty()),
        samples
            .map(ProbeSamples::columns)
            .filter(columns -> !columns.isEmpty())
            .map(ProbeProgram::order),
        sent.visibleSeconds(),
        service.http().rateAnswer(),
        refusal.map(IbmException::code).filter(code -> !code.isEmpty()),
        service.metrics(sent.id()).usage().qpuSeconds());
  }

  private IbmJob ended(JobId id) {
    Instant start = clock.instant();
    IbmJob job = service.job(id);
    while (!job.state().isTerminal()) {
      Duration waited = Duration.between(start, clock.instant());
      service.http().resilience().sleep(new Polling(pace()).pause(job.state(), waited));
      job = service.job(id);
    }
    if (job.state() instanceof JobState.Cancelled) {
      throw new BackendException(
          BackendException.Kind.JOB_CANCELLED, "job " + id + " of the probe was cancelled");
    }
    return job;
  }

  private Optional<ProbeSamples> samples(JobId id) {
    return read(id, ProbeSamples::of);
  }

  /** Of a job without rows only the form is of interest. */
  private Optional<ProbeSamples> formOnly(JobId id) {
    return read(
        id,
        root ->
            new ProbeSamples(
                root.has("__type__") ? ProbeSamples.TYPED : ProbeSamples.PLAIN,
                Nesting.OTHER,
                List.of()));
  }

  private interface Reading {
    ProbeSamples of(JsonNode root) throws IOException;
  }

  private Optional<ProbeSamples> read(JobId id, Reading reading) {
    String what = "the result of the probe";
    for (int look = 0; look < RESULT_LOOKS; look++) {
      Optional<ProbeSamples> samples =
          service.results(
              id,
              (status, body) -> {
                JsonNode root =
                    JsonDocument.MAPPER.readTree(
                        new BoundedStream(what, body, ProbeSamples.mostBytes()));
                return root == null || !root.isObject()
                    ? Optional.empty()
                    : Optional.of(reading.of(root));
              });
      if (samples.isPresent()) {
        return samples;
      }
      service.http().resilience().sleep(pace());
    }
    throw new BackendException(
        BackendException.Kind.NOT_READY,
        "job " + id + " of the probe is completed, but has no result yet; probe again later");
  }
}
