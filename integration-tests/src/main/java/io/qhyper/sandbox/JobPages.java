package io.qhyper.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** The calls about jobs that exist (section 2.2). */
final class JobPages {
  private final JobBook book;
  private final ResultPages results = new ResultPages();
  private boolean saysNothing;

  JobPages(JobBook book) {
    this.book = book;
  }

  Answer job(Call call, Instant now) {
    JobDocument document = document(call, now);
    boolean isShort = call.first("exclude_params").map("true"::equals).orElse(false);
    return Answer.json(200, isShort ? document.job() : document.whole());
  }

  private SandboxJob find(Call call, Instant now) {
    return book.job(call.id(), call.instance(), now);
  }

  private JobDocument document(Call call, Instant now) {
    return new JobDocument(find(call, now), now, call.version());
  }

  Answer list(Call call, Instant now) {
    JobQuery query = new JobQuery(call, now);
    List<SandboxJob> jobs = query.select(book.of(call.instance()));
    ObjectNode body = Documents.object();
    ArrayNode page = body.putArray("jobs");
    jobs.stream()
        .skip(query.offset())
        .limit(query.limit())
        .map(job -> new JobDocument(job, now, call.version()))
        .forEach(document -> page.add(query.isWhole() ? document.whole() : document.job()));
    body.put("count", jobs.size()).put("offset", query.offset()).put("limit", query.limit());
    return Answer.json(200, body);
  }

  Answer metrics(Call call, Instant now) {
    String caller = call.header("x-qx-client-application").orElse("unknown");
    return Answer.json(200, document(call, now).metrics(caller));
  }

  Answer results(Call call, Instant now) {
    SandboxJob job = find(call, now);
    Optional<Outcome> outcome = job.outcome(now);
    boolean isCompleted = outcome.map(end -> end.kind() == Outcome.Kind.COMPLETED).orElse(true);
    if (!isCompleted) {
      return Answer.text(
          200, "text/plain", "Traceback: the job did not complete: " + outcome.get().reason());
    }
    if (job.isReady(now)) {
      job.markRead();
      return results.of(job);
    }
    // Documented is 204; the live service was seen to say 400. A client must take both.
    saysNothing = !saysNothing;
    if (saysNothing) {
      throw new Refusal(
          400, "1234", "Job is not in a terminal state.", "Ask again when the job has ended.");
    }
    return Answer.nothing();
  }

  Answer logs(Call call, Instant now) {
    SandboxJob job = find(call, now);
    Outcome outcome =
        job.outcome(now).orElseThrow(() -> Refusal.notFound("Logs not found: " + job.id()));
    return Answer.text(
        200, "text/plain", "sandbox: " + outcome.longWord() + " " + outcome.reason() + "\n");
  }

  Answer cancel(Call call, Instant now) {
    SandboxJob job = find(call, now);
    if (job.ended(now).isPresent()) {
      throw new Refusal(
          409, "conflict", "The job has ended and cannot be cancelled.", "Nothing to do.");
    }
    job.stop(now, Outcome.CANCELLED);
    return Answer.nothing();
  }

  Answer delete(Call call, Instant now) {
    SandboxJob job = find(call, now);
    if (job.ended(now).isEmpty()) {
      throw new Refusal(409, "conflict", "The job has not ended.", "Cancel it first.");
    }
    book.remove(job);
    return Answer.nothing();
  }

  Answer retag(Call call, Instant now) {
    find(call, now).retag(Submitted.tags(call.json().path("tags")));
    return Answer.nothing();
  }

  Answer tags(Call call) {
    String search = call.first("search").orElse("");
    if (search.length() < 3 || search.length() > 100) {
      throw Refusal.badRequest("search must have 3 to 100 characters");
    }
    TreeSet<String> found = new TreeSet<>();
    book.of(call.instance()).forEach(job -> found.addAll(job.tags()));
    ObjectNode body = Documents.object();
    ArrayNode tags = body.putArray("tags");
    found.stream().filter(tag -> tag.contains(search)).forEach(tags::add);
    return Answer.json(200, body);
  }
}
