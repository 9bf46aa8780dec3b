package io.qhyper.sandbox;

import io.qhyper.sandbox.SandboxSettings.Pace;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A job, whose state is a function of the time (section 2.2): it waits for the queue time, runs for
 * as long as it is charged at the pace of the sandbox, and ends.
 */
final class SandboxJob {
  private final String id;
  private final String instance;
  private final Submitted submitted;
  private final Execution execution;
  private final Pace pace;
  private final long cap;
  private final Optional<JobFate> fate;
  private final Instant created;
  private List<String> tags;
  private Optional<Instant> stopped = Optional.empty();
  private Outcome stop = Outcome.CANCELLED;
  private boolean isRead;

  SandboxJob(
      String id,
      String instance,
      Submitted submitted,
      Execution execution,
      Pace pace,
      long cap,
      Optional<JobFate> fate,
      Instant created) {
    this.id = id;
    this.instance = instance;
    this.submitted = submitted;
    this.execution = execution;
    this.pace = pace;
    this.cap = cap;
    this.fate = fate;
    this.created = created;
    this.tags = submitted.tags();
  }

  String id() {
    return id;
  }

  String instance() {
    return instance;
  }

  Submitted submitted() {
    return submitted;
  }

  Execution execution() {
    return execution;
  }

  Optional<JobFate> fate() {
    return fate;
  }

  Instant created() {
    return created;
  }

  List<String> tags() {
    return tags;
  }

  void retag(List<String> others) {
    tags = List.copyOf(others);
  }

  /** Seconds after which it is stopped. */
  long cap() {
    return cap;
  }

  boolean isListed(Instant now) {
    return !now.isBefore(created.plus(pace.visibility()));
  }

  /** Whether it is known by its id. */
  boolean isShown(Instant now) {
    return !now.isBefore(created.plus(pace.appearance()));
  }

  private Instant start() {
    return created.plus(pace.queue()).plus(fate.map(JobFate::held).orElse(Duration.ZERO));
  }

  /** How it would end if nobody stopped it. */
  private Outcome natural() {
    if (fate.isPresent() && fate.get().outcome().isPresent()) {
      return fate.get().outcome().get();
    }
    Outcome checked = execution.verdict();
    return checked.kind() == Outcome.Kind.COMPLETED && submitted.charge() > cap
        ? Outcome.ranTooLong()
        : checked;
  }

  /** Seconds that it runs if nobody stops it; a refused program runs for none. */
  private double runTime() {
    return natural().kind() == Outcome.Kind.FAILED ? 0 : Math.min(submitted.charge(), (double) cap);
  }

  private Duration atPace(double seconds) {
    return Duration.ofNanos((long) Math.min(seconds * pace.run() * 1e9, Long.MAX_VALUE / 4.0));
  }

  /** When it started; empty before. */
  Optional<Instant> started(Instant now) {
    boolean isStopped = stopped.isPresent() && !stopped.get().isAfter(start());
    return isStopped || now.isBefore(start()) ? Optional.empty() : Optional.of(start());
  }

  /** When it ended; empty before. */
  Optional<Instant> ended(Instant now) {
    if (stopped.isPresent()) {
      return stopped;
    }
    if (started(now).isEmpty()) {
      return Optional.empty();
    }
    Instant end = start().plus(atPace(runTime()));
    return now.isBefore(end) ? Optional.empty() : Optional.of(end);
  }

  /** How it ended; empty before. */
  Optional<Outcome> outcome(Instant now) {
    return ended(now).map(end -> stopped.isPresent() ? stop : natural());
  }

  /** The service's word for its state. */
  String word(Instant now) {
    return outcome(now)
        .map(outcome -> outcome.kind().word())
        .orElse(started(now).isPresent() ? "Running" : "Queued");
  }

  /** Ends it now; for a job that has not ended. */
  void stop(Instant now, Outcome how) {
    stopped = Optional.of(now);
    stop = how;
  }

  /** Whether its result can be read. */
  boolean isReady(Instant now) {
    Duration lag = pace.resultLag().plus(fate.map(JobFate::late).orElse(Duration.ZERO));
    return ended(now).map(end -> !now.isBefore(end.plus(lag))).orElse(false)
        && !(submitted.isPrivate() && isRead);
  }

  void markRead() {
    isRead = true;
  }

  /** Seconds charged so far, in whole ones. */
  long charged(Instant now) {
    Optional<Instant> start = started(now);
    Optional<Instant> end = ended(now);
    if (start.isEmpty() || end.isEmpty()) {
      return 0;
    }
    if (stopped.isEmpty() || pace.run() == 0) {
      return Math.round(runTime());
    }
    double ran = Duration.between(start.get(), end.get()).toNanos() / 1e9 / pace.run();
    return Math.round(Math.min(ran, runTime()));
  }

  boolean isChargeFinal(Instant now) {
    return ended(now).map(end -> !now.isBefore(end.plus(pace.usageLag()))).orElse(false);
  }
}
