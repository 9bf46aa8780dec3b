package io.qhyper.sandbox;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The service without its network: takes a call, gives an answer. One call at a time. */
final class Service {
  private static final int MOST_RECEIVED = 100_000;

  private final Clock clock;
  private final FaultPlan faults = new FaultPlan();
  private final TokenDesk tokens;
  private final DevicePages devices;
  private final JobBook book;
  private final JobPages jobs;
  private final SessionBook sessions;
  private final SubmitPage submissions;
  private final AccountPages account;
  private final Troubles troubles;
  private final Deque<Received> received = new ArrayDeque<>();
  private long calls;

  Service(SandboxSettings settings, Clock clock) {
    this.clock = clock;
    this.tokens = new TokenDesk(settings.account());
    this.devices = new DevicePages(settings.devices());
    this.book = new JobBook(settings, clock.instant());
    this.jobs = new JobPages(book);
    this.sessions = new SessionBook(settings.limits().plan(), book::newId);
    this.submissions = new SubmitPage(settings.limits(), devices, sessions, book);
    this.account = new AccountPages(settings.limits());
    this.troubles = new Troubles(tokens, sessions, book);
  }

  FaultPlan faults() {
    return faults;
  }

  synchronized Answer answer(Call call) {
    Instant now = clock.instant();
    String trace = "sandbox-" + ++calls;
    Optional<CallKind> kind = CallKind.of(call.method(), call.path());
    Answer answer;
    try {
      answer =
          kind.map(known -> answer(known, call, now))
              .orElseThrow(() -> Refusal.notFound("No such path: " + call.path()));
    } catch (Refusal refusal) {
      answer = refusal.answer(trace);
    }
    received.addLast(
        new Received(now, call.method(), call.path(), kind, call.body().length, answer.status()));
    if (received.size() > MOST_RECEIVED) {
      received.removeFirst();
    }
    return answer.with("uber-trace-id", trace);
  }

  private Answer answer(CallKind kind, Call call, Instant now) {
    Optional<CallFault> fault = faults.take(kind);
    return fault.isPresent()
        ? troubles.answer(fault.get(), () -> handled(kind, call, now), now)
        : handled(kind, call, now);
  }

  private Answer handled(CallKind kind, Call call, Instant now) {
    if (kind == CallKind.TOKEN) {
      return tokens.token(call, now);
    } else if (kind == CallKind.VERSIONS) {
      return account.versions();
    }
    tokens.check(call, now);
    if (call.instance().isEmpty() && kind != CallKind.DEVICES) {
      throw new Refusal(
          403, "1200", "Not authorized: no instance is named.", "Send the header Service-CRN.");
    }
    return switch (kind) {
      case TOKEN, VERSIONS -> throw new IllegalStateException("handled above");
      case DEVICES -> devices.list(call, waiting(now));
      case DEVICE_STATUS -> devices.status(call, waiting(now));
      case CONFIGURATION -> devices.configuration(call);
      case PROPERTIES -> devices.properties(call);
      case SUBMIT -> submissions.submit(call, faults::takeFate, now);
      case JOBS -> jobs.list(call, now);
      case JOB -> jobs.job(call, now);
      case RESULTS -> jobs.results(call, now);
      case METRICS -> jobs.metrics(call, now);
      case LOGS -> jobs.logs(call, now);
      case CANCEL -> jobs.cancel(call, now);
      case DELETE -> jobs.delete(call, now);
      case RETAG -> jobs.retag(call, now);
      case TAGS -> jobs.tags(call);
      case OPEN_SESSION -> sessions.open(call, devices, now);
      case SESSION -> sessions.show(call, now);
      case CHANGE_SESSION -> sessions.change(call);
      case CLOSE_SESSION -> sessions.close(call, book, now);
      case USAGE -> account.usage(call, book.charged(call.instance(), now), now);
      case INSTANCE -> account.instance(devices);
    };
  }

  private long waiting(Instant now) {
    return book.all().stream().filter(job -> job.word(now).equals("Queued")).count();
  }

  synchronized List<Received> received() {
    return new ArrayList<>(received);
  }

  synchronized List<AcceptedJob> accepted() {
    Instant now = clock.instant();
    return book.all().stream().map(job -> AcceptedJob.of(job, now)).toList();
  }
}
