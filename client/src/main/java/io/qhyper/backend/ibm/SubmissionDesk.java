package io.qhyper.backend.ibm;

import io.qhyper.backend.BackendException;
import io.qhyper.backend.JobId;
import io.qhyper.backend.ibm.IbmException.Kind;
import io.qhyper.backend.ibm.SubmissionLog.Earlier;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Brings one job to the service exactly once (reference, section 6.1).
 *
 * <p>Each POST has a tag of its own that is written down before. A POST that was refused or never
 * left the machine made no job; another may follow, with another tag. One whose outcome is not
 * known is looked up by its tag until the horizon, and is not followed by another unless the user
 * wants that.
 */
final class SubmissionDesk {
  private static final int ATTEMPTS = 5;
  private static final int LONGEST_LOOK = 8;
  private static final int OUTAGE_PAUSE = 3;

  /** A submission ends at last so long after it was written down: a wait for the rate, the POST. */
  private static final Duration LONGEST_SUBMISSION = Duration.ofMinutes(6);

  private static final String SESSION_CLOSED = "40\\d\\d";

  private final IbmService service;
  private final IbmOptions options;
  private final SubmissionLog log;
  private final JobCare care;
  private final Duration pace;
  private final Set<String> abandoned = ConcurrentHashMap.newKeySet();

  SubmissionDesk(IbmService service, IbmOptions options, JobCare care) {
    this.service = service;
    this.options = options;
    this.log = care.log();
    this.care = care;
    this.pace = service.http().settings().pace();
    this.abandoned.addAll(log.abandoned());
  }

  /**
   * The job of a submission: that of an earlier attempt, or a new one.
   *
   * @param make gives the job that carries a tag
   * @throws IbmException if the service refuses it or cannot be reached; there is no job then
   * @throws BackendException of kind UNCERTAIN if it is not known whether there is one
   */
  JobId submit(Submission submission, Function<String, SamplerJob> make) {
    Optional<Earlier> earlier = log.earlier(submission);
    if (earlier.isPresent()) {
      if (earlier.get() instanceof Earlier.Accepted accepted) {
        return accepted.id();
      }
      Earlier.Unresolved unresolved = (Earlier.Unresolved) earlier.get();
      Optional<JobId> found =
          resolve(
              unresolved.tag(),
              lastSent(unresolved.since()),
              "the process ended during the submission");
      if (found.isPresent()) {
        return found.get();
      }
    }
    int attempt = 1;
    while (true) {
      Optional<String> session = care.sessions().current();
      String tag = "qhyper-" + care.ids().get();
      log.intended(tag, submission, session, now());
      SubmitOutcome outcome = service.submit(make.apply(tag).in(session));
      if (outcome instanceof SubmitOutcome.Accepted accepted) {
        log.accepted(tag, accepted.id());
        return accepted.id();
      }
      if (outcome instanceof SubmitOutcome.Uncertain uncertain) {
        log.uncertain(tag, uncertain.error().getMessage());
        Optional<JobId> found = resolve(tag, now(), uncertain.error().getMessage());
        if (found.isPresent()) {
          return found.get();
        } else if (attempt >= ATTEMPTS) {
          throw uncertain.error();
        }
      } else {
        IbmException error =
            outcome instanceof SubmitOutcome.Refused refused
                ? refused.error()
                : ((SubmitOutcome.NotSent) outcome).error();
        log.refused(tag, error.getMessage());
        if (session.isPresent() && isSessionClosed(error) && attempt < ATTEMPTS) {
          care.sessions().refused(session.get(), error.getMessage());
        } else {
          pauseOrThrow(outcome, error, attempt);
        }
      }
      attempt++;
    }
  }

  /** When a submission of a process that died may have reached the service last. */
  private Instant lastSent(Instant intended) {
    Instant latest = intended.plus(LONGEST_SUBMISSION);
    return latest.isBefore(now()) ? latest : now();
  }

  private Instant now() {
    return service.http().timing().clock().instant();
  }

  private void sleep(Duration pause) {
    service.http().resilience().sleep(pause);
  }

  /** Whether the service takes no more jobs in a session, for which it has several codes. */
  static boolean isSessionClosed(IbmException error) {
    return error.code().matches(SESSION_CLOSED);
  }

  private void pauseOrThrow(SubmitOutcome outcome, IbmException error, int attempt) {
    boolean staleToken =
        error.kind() == Kind.UNAUTHORIZED
            && outcome instanceof SubmitOutcome.Refused
            && attempt == 1;
    if (staleToken) {
      return; // the next one gets a new token
    }
    if (!error.isTransient() || attempt >= ATTEMPTS) {
      throw error;
    }
    Duration usual =
        error.kind() == Kind.RATE_LIMITED
            ? service.http().settings().ratePause()
            : pace.multipliedBy(OUTAGE_PAUSE);
    sleep(error.retryAfter().orElse(usual));
  }

  /** The job with a tag; empty if it may be submitted again. */
  private Optional<JobId> resolve(String tag, Instant since, String reason) {
    Optional<JobId> found = look(tag, since, reason);
    if (found.isPresent()) {
      log.accepted(tag, found.get());
      return found;
    }
    if (options.uncertain() == UncertainPolicy.STOP) {
      throw uncertain(tag, reason, "it did not show up");
    }
    abandoned.add(tag);
    log.absent(tag);
    return Optional.empty();
  }

  private BackendException uncertain(String tag, String reason, String finding) {
    return new BackendException(
        BackendException.Kind.UNCERTAIN,
        "it is not known whether IBM Quantum took the job with tag "
            + tag
            + " ("
            + reason
            + "); "
            + finding
            + " within "
            + options.horizon().toSeconds()
            + " s. Look again with 'qhyper jobs list --tag "
            + tag
            + "'; to go on, resume the run or give the command again, with --resubmit-uncertain if"
            + " the job may be sent again (should it turn up after all, it is cancelled, but may"
            + " have cost)");
  }

  /**
   * Looks until the horizon. The creation time is not asked for: by a wrong local clock it would
   * hide the job, and the tag is unique anyway.
   */
  private Optional<JobId> look(String tag, Instant since, String reason) {
    Instant end = since.plus(options.horizon());
    Duration pause = pace;
    Duration longest = pace.multipliedBy(LONGEST_LOOK);
    while (true) {
      boolean answered = false;
      try {
        List<IbmJob> jobs = tagged(tag);
        answered = true;
        if (!jobs.isEmpty()) {
          cancelAllButOldest(tag, jobs);
          return Optional.of(jobs.get(jobs.size() - 1).id());
        }
      } catch (IbmException e) {
        if (!e.isTransient()) {
          throw uncertain(tag, reason, "it could not be looked up: " + e.getMessage());
        }
      }
      if (!now().isBefore(end)) {
        if (answered) {
          return Optional.empty();
        }
        throw uncertain(tag, reason, "the service could not be asked");
      }
      sleep(pause);
      pause = pause.multipliedBy(2);
      pause = pause.compareTo(longest) > 0 ? longest : pause;
    }
  }

  private List<IbmJob> tagged(String tag) {
    return service.jobs(new JobQuery(List.of(tag), Optional.empty(), 10)).stream()
        .filter(job -> hasTag(job, tag))
        .toList();
  }

  /** A list need not show tags; then the job itself is asked, lest a stranger's be taken for it. */
  private boolean hasTag(IbmJob job, String tag) {
    IbmJob whole = job.tags().isEmpty() ? service.job(job.id()) : job;
    return whole.tags().contains(tag);
  }

  /** The list has the newest first. */
  private void cancelAllButOldest(String tag, List<IbmJob> jobs) {
    for (IbmJob job : jobs.subList(0, jobs.size() - 1)) {
      service.cancel(job.id());
      log.duplicate(tag, job.id());
    }
  }

  /** Cancels and reports jobs that were taken for absent and turned up after all. */
  void sweep() {
    for (String tag : List.copyOf(abandoned)) {
      try {
        for (IbmJob job : tagged(tag)) {
          service.cancel(job.id());
          log.duplicate(tag, job.id());
          abandoned.remove(tag);
        }
      } catch (IbmException e) {
        if (!e.isTransient()) {
          throw e;
        }
      }
    }
  }
}
