package io.qhyper.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.qhyper.sandbox.SandboxSettings.Plan;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Sessions and batches (sections 2.3 and 6.4). */
final class SessionBook {
  private static final long LONGEST = 28_800;
  private static final long LONGEST_OPEN = 600;

  private final Plan plan;
  private final Supplier<String> ids;
  private final Map<String, Session> sessions = new HashMap<>();

  /** One session, as it is kept. */
  private static final class Session {
    private final String id;
    private final String mode;
    private final String backend;
    private final Duration life;
    private Optional<Instant> started = Optional.empty();
    private Optional<Instant> closed = Optional.empty();
    private boolean acceptsJobs = true;

    Session(String id, String mode, String backend, Duration life) {
      this.id = id;
      this.mode = mode;
      this.backend = backend;
      this.life = life;
    }

    /** Its life starts with its first job. */
    boolean isOpen(Instant now) {
      return closed.isEmpty() && started.map(start -> now.isBefore(start.plus(life))).orElse(true);
    }

    ObjectNode document(Instant now) {
      ObjectNode node = Documents.object().put("id", id).put("mode", mode);
      node.put("backend_name", backend).put("max_ttl", life.toSeconds());
      String running = started.isPresent() ? "active" : "open";
      node.put("state", isOpen(now) ? running : "closed");
      node.put("accepting_jobs", acceptsJobs && isOpen(now));
      if (started.isPresent()) {
        Instant start = started.get();
        Instant end = closed.orElse(isOpen(now) ? now : start.plus(life));
        node.put("started_at", start.toString()).put("activated_at", start.toString());
        node.put("elapsed_time", Duration.between(start, end).toMillis() / 1e3);
      }
      closed.ifPresent(end -> node.put("closed_at", end.toString()));
      return node.put("user_id", "sandbox");
    }
  }

  SessionBook(Plan plan, Supplier<String> ids) {
    this.plan = plan;
    this.ids = ids;
  }

  Answer open(Call call, DevicePages devices, Instant now) {
    ObjectNode body = call.json();
    String mode = body.path("mode").asText();
    if (!mode.equals("dedicated") && !mode.equals("batch")) {
      throw Refusal.badRequest("mode must be dedicated or batch");
    }
    boolean isOpenPlan = plan == Plan.OPEN;
    if (isOpenPlan && mode.equals("dedicated")) {
      throw new Refusal(
          400,
          "1217",
          "Dedicated sessions are not available on the Open Plan.",
          "Use a batch or single jobs.");
    }
    String backend = body.path("backend").asText(body.path("backend_name").asText(""));
    if (!backend.isEmpty()) {
      devices.device(backend);
    }
    long most = isOpenPlan ? LONGEST_OPEN : LONGEST;
    long life = Math.min(most, body.path("max_ttl").asLong(most));
    Session session = new Session(ids.get(), mode, backend, Duration.ofSeconds(Math.max(1, life)));
    sessions.put(session.id, session);
    return Answer.json(200, session.document(now));
  }

  private Session find(String id) {
    Session session = sessions.get(id);
    if (session == null) {
      throw Refusal.notFound("Session not found. Session ID: " + id);
    }
    return session;
  }

  Answer show(Call call, Instant now) {
    return Answer.json(200, find(call.id()).document(now));
  }

  /** Jobs that were submitted still run. */
  Answer change(Call call) {
    if (!call.json().path("accepting_jobs").asBoolean(true)) {
      find(call.id()).acceptsJobs = false;
    }
    return Answer.nothing();
  }

  /** Jobs that wait fail, those that run finish. */
  Answer close(Call call, JobBook jobs, Instant now) {
    closeNow(find(call.id()), jobs, now);
    return Answer.nothing();
  }

  /** Closes all sessions, as the service does when their time is over. */
  void closeAll(JobBook jobs, Instant now) {
    sessions.values().forEach(session -> closeNow(session, jobs, now));
  }

  private static void closeNow(Session session, JobBook jobs, Instant now) {
    if (session.closed.isPresent()) {
      return;
    }
    session.closed = Optional.of(now);
    for (SandboxJob job : jobs.all()) {
      boolean isOurs = job.submitted().session().map(session.id::equals).orElse(false);
      if (isOurs && job.started(now).isEmpty() && job.ended(now).isEmpty()) {
        job.stop(now, Outcome.failed(4001, "The session was closed.", "Submit the job once more."));
      }
    }
  }

  /** Lets a job into a session, which starts it. */
  void join(String id, String backend, Instant now) {
    Session session = find(id);
    if (!session.acceptsJobs || !session.isOpen(now)) {
      throw new Refusal(
          400, "4001", "The session is closed.", "Open another one, or send a single job.");
    }
    if (!session.backend.isEmpty() && !session.backend.equals(backend)) {
      throw Refusal.badRequest("the session is on " + session.backend + ", the job on " + backend);
    }
    if (session.started.isEmpty()) {
      session.started = Optional.of(now);
    }
  }
}
