package io.qhyper.backend.ibm;

import com.fasterxml.jackson.databind.JsonNode;
import io.qhyper.backend.BackendException;
import io.qhyper.backend.JobId;
import io.qhyper.backend.JobState;
import io.qhyper.backend.ibm.GateFinding.Verdict;
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
import java.util.function.Consumer;
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
  private final LostPolicy lost;
  private final ProbeFile file;
  private final ProbeLog log;
  private final SubmissionDesk desk;
  private final Clock clock;
  private final Consumer<String> say;

  /**
   * A probe that has not started.
   *
   * @param lost what becomes of a job that the service does not know any more
   * @param ids a new unique text at each call
   * @param file remembers the submission and what was found
   * @param say told what the user must know
   */
  public Probe(
      IbmService service,
      IbmOptions options,
      LostPolicy lost,
      ProbeFile file,
      Supplier<String> ids,
      Consumer<String> say) {
    this.service = service;
    this.options = options;
    this.lost = lost;
    this.file = file;
    this.log = new ProbeLog(file, options.device(), say);
    this.desk = new SubmissionDesk(service, options, JobCare.with(log, ids));
    this.clock = service.http().timing().clock();
    this.say = say;
  }

  /**
   * A submission that was accepted.
   *
   * @param isNew whether this process has made it
   */
  private record Sent(JobId id, ProbeStep step, boolean isNew) {}

  /**
   * Submits the job, waits for it, asks what there is to ask, and remembers the answers. What the
   * service refuses is left out of another job.
   *
   * @throws BackendException if the service cannot be reached, refuses the job in every form, or it
   *     is not known whether it took it
   */
  public ProbeFindings run(ProbeSite site) {
    try {
      giveUpLost();
      ProbeFindings findings = findings(site);
      file.found(findings);
      desk.sweep();
      return findings;
    } catch (IbmException e) {
      throw BackendErrors.of("the probe: ", e);
    }
  }

  private void giveUpLost() {
    Optional<JobId> job = log.openJob();
    if (lost == LostPolicy.RESUBMIT
        && job.isPresent()
        && new LostJobs(service).isLost(job.get(), log.openSince())) {
      log.over();
      say.accept("the service does not know job " + job.get() + "; another one is sent");
    }
  }

  private ProbeFindings findings(ProbeSite site) {
    List<ProbeStep> steps = ProbeStep.of(site);
    for (ProbeStep step : steps) {
      boolean isLast = step == steps.get(steps.size() - 1);
      if (log.refusals().containsKey(step) && !isLast) {
        continue;
      }
      Optional<Sent> sent = sent(step, site, isLast);
      if (sent.isEmpty()) {
        continue;
      }
      OptionalDouble visible =
          sent.get().isNew() ? visible(sent.get().id()) : OptionalDouble.empty();
      IbmJob job = ended(sent.get());
      if (job.state() instanceof JobState.Failed failed && step == ProbeStep.ROWS_AND_GATE) {
        log.refused(step, failed.reason());
        say.accept(
            "job %s of the probe failed (%s); another one asks less"
                .formatted(job.id(), failed.reason()));
        continue;
      }
      return findings(site, sent.get(), job, visible);
    }
    throw new IllegalStateException("the last step has an outcome or an exception");
  }

  /** The job of a step; empty if the service takes none of this form and there is another. */
  private Optional<Sent> sent(ProbeStep step, ProbeSite site, boolean isLast) {
    try {
      return Optional.of(sent(step, site));
    } catch (IbmServiceException e) {
      if (isLast || e.kind() != Kind.BAD_REQUEST) {
        throw e;
      }
      log.refused(step, e.getMessage());
      return Optional.empty();
    }
  }

  private Sent sent(ProbeStep step, ProbeSite site) {
    List<SamplerJob.Pub> pubs = step.pubs(site);
    int shots = ProbeProgram.SHOTS;
    int rows = pubs.stream().mapToInt(SamplerJob.Pub::resultRows).sum();
    long executions = (long) rows * shots;
    double seconds = options.time().seconds(1, executions);
    Submission submission =
        new Submission(STREAM, step.name(), step.form(), 0, 1, 0, rows, shots, seconds);
    Optional<String> earlierTag = log.openTag();
    int cap = options.time().cap(executions, options.margin());
    JobId id =
        desk.submit(
            submission,
            tag ->
                new SamplerJob(
                    options.device(),
                    pubs,
                    shots,
                    options.sampler(),
                    cap,
                    tags(tag, step),
                    Optional.empty()));
    return new Sent(id, step, !log.openTag().equals(earlierTag));
  }

  /** The shape belongs to programs of as many rows each. */
  private static List<String> tags(String tag, ProbeStep step) {
    int rows = step.hasRows() ? ProbeProgram.INPUTS : 1;
    ResultShape shape = new ResultShape(1, rows, ProbeProgram.SHOTS, ProbeProgram.REGISTERS);
    return step == ProbeStep.ROWS_AND_GATE ? List.of(tag) : List.of(tag, shape.tag());
  }

  /** How long the list of jobs does not know the new one. */
  private OptionalDouble visible(JobId id) {
    Instant accepted = clock.instant();
    String tag = log.openTag().orElseThrow();
    while (true) {
      boolean isThere =
          service.jobs(new JobQuery(List.of(tag), Optional.empty(), 10)).stream()
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

  private ProbeFindings findings(
      ProbeSite site, Sent sent, IbmJob job, OptionalDouble visibleSeconds) {
    Optional<ProbeResultParts> result = Optional.empty();
    Optional<ProbeSamples> samples = Optional.empty();
    Optional<String> rowsRefused = Optional.empty();
    boolean hasRows = sent.step().hasRows();
    if (!hasRows) {
      rowsRefused =
          Optional.of(log.refusals().getOrDefault(ProbeStep.ROWS, "refused by an earlier probe"));
    }
    if (job.state() instanceof JobState.Completed) {
      result = Optional.of(result(sent));
      samples = Optional.of(hasRows ? samples(result.get()) : formOnly(result.get()));
    } else if (hasRows && job.state() instanceof JobState.Failed failed) {
      rowsRefused = Optional.of(failed.reason());
    }
    Optional<IbmServiceException> refusal = service.refusalToCancel(sent.id());
    return new ProbeFindings(
        options.device(),
        sent.id().value(),
        clock.instant(),
        samples.map(ProbeSamples::form),
        rowsRefused,
        samples.map(ProbeSamples::nesting).filter(n -> hasRows),
        samples
            .map(ProbeSamples::columns)
            .filter(columns -> !columns.isEmpty())
            .map(ProbeProgram::order),
        gate(site, sent, result),
        visibleSeconds,
        service.http().rateAnswer(),
        refusal.map(IbmException::code).filter(code -> !code.isEmpty()),
        service.metrics(sent.id()).usage().qpuSeconds());
  }

  /** A refusal is that of the gate only where the same job without it has run. */
  private Optional<GateFinding> gate(ProbeSite site, Sent sent, Optional<ProbeResultParts> result) {
    if (site.gate().isEmpty() || result.isEmpty() || !sent.step().hasRows()) {
      return Optional.empty();
    }
    String name = site.gate().get().gate().text();
    if (sent.step() == ProbeStep.ROWS_AND_GATE) {
      return Optional.of(
          new GateFinding(name, isRight(result.get()) ? Verdict.RIGHT : Verdict.WRONG, ""));
    }
    return Optional.ofNullable(log.refusals().get(ProbeStep.ROWS_AND_GATE))
        .map(reason -> new GateFinding(name, Verdict.REFUSED, reason));
  }

  private static boolean isRight(ProbeResultParts result) {
    try {
      return result.isGateRight();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // it is in memory already
    }
  }

  private IbmJob ended(Sent sent) {
    Instant start = clock.instant();
    while (true) {
      Duration waited = Duration.between(start, clock.instant());
      Optional<IbmJob> job = look(sent, waited);
      if (job.isPresent() && job.get().state() instanceof JobState.Cancelled) {
        log.over();
        throw new BackendException(
            BackendException.Kind.JOB_CANCELLED,
            "job " + sent.id() + " of the probe was cancelled; probe again to send another");
      } else if (job.isPresent() && job.get().state().isTerminal()) {
        return job.get();
      }
      JobState state = job.map(IbmJob::state).orElseGet(JobState.Queued::new);
      service.http().resilience().sleep(new Polling(pace()).pause(state, waited));
    }
  }

  /** Empty for a job that was accepted a moment ago and is not shown yet. */
  private Optional<IbmJob> look(Sent sent, Duration waited) {
    try {
      return Optional.of(service.job(sent.id()));
    } catch (IbmServiceException e) {
      if (e.kind() != Kind.NOT_FOUND) {
        throw e;
      } else if (sent.isNew() && waited.compareTo(LostJobs.APPEARANCE) < 0) {
        return Optional.empty();
      }
      throw gone(sent, e);
    }
  }

  private BackendException gone(Sent sent, IbmServiceException e) {
    return new BackendException(
        BackendException.Kind.UNKNOWN_JOB,
        "the service does not know job "
            + sent.id()
            + " of the probe; if it was deleted there, --resubmit-lost sends another, at new cost",
        e);
  }

  private static ProbeSamples samples(ProbeResultParts result) {
    try {
      return ProbeSamples.of(result);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // it is in memory already
    }
  }

  /** Of a job without rows only the form is of interest. */
  private static ProbeSamples formOnly(ProbeResultParts result) {
    return new ProbeSamples(
        result.isTyped() ? ProbeSamples.TYPED : ProbeSamples.PLAIN, Nesting.OTHER, List.of());
  }

  private ProbeResultParts result(Sent sent) {
    String what = "the result of the probe";
    int programs = sent.step() == ProbeStep.ROWS_AND_GATE ? 2 : 1;
    for (int look = 0; look < RESULT_LOOKS; look++) {
      Optional<ProbeResultParts> result =
          service.results(
              sent.id(),
              (status, body) -> {
                JsonNode root =
                    JsonDocument.MAPPER.readTree(
                        new BoundedStream(what, body, ProbeSamples.mostBytes()));
                return root == null || !root.isObject()
                    ? Optional.empty()
                    : Optional.of(new ProbeResultParts(root, programs));
              });
      if (result.isPresent()) {
        return result.get();
      }
      service.http().resilience().sleep(pace());
    }
    throw new BackendException(
        BackendException.Kind.NOT_READY,
        "job "
            + sent.id()
            + " of the probe is completed, but has no result yet; probe again later");
  }
}
