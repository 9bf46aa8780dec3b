package io.qhyper.sandbox;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The filters and the page of {@code GET /jobs} (section 2.2). */
final class JobQuery {
  private static final int LONGEST = 200;

  private final Call call;
  private final Instant now;

  JobQuery(Call call, Instant now) {
    this.call = call;
    this.now = now;
  }

  /** The jobs that fit, on all pages, in the order asked for. */
  List<SandboxJob> select(List<SandboxJob> oldestFirst) {
    List<SandboxJob> fitting = new ArrayList<>();
    for (SandboxJob job : oldestFirst) {
      if (job.isListed(now) && fits(job)) {
        fitting.add(job);
      }
    }
    if (!call.first("sort").orElse("DESC").equals("ASC")) {
      Collections.reverse(fitting);
    }
    return fitting;
  }

  private boolean fits(SandboxJob job) {
    boolean isPending = job.ended(now).isEmpty();
    return job.tags().containsAll(call.query().getOrDefault("tags", List.of()))
        && call.first("pending").map(word -> word.equals("true") == isPending).orElse(true)
        && call.first("backend").map(job.submitted().backend()::equals).orElse(true)
        && call.first("program").map("sampler"::equals).orElse(true)
        && call.first("session_id").map(job.submitted().session().orElse("")::equals).orElse(true)
        && time("created_after").map(job.created()::isAfter).orElse(true)
        && time("created_before").map(job.created()::isBefore).orElse(true);
  }

  private Optional<Instant> time(String parameter) {
    return call.first(parameter)
        .map(
            text -> {
              try {
                return OffsetDateTime.parse(text).toInstant();
              } catch (DateTimeException e) {
                throw Refusal.badRequest(parameter + " must be a time, got " + text);
              }
            });
  }

  /** A wrong one silently becomes the longest. */
  int limit() {
    int limit = number("limit");
    return limit < 1 || limit > LONGEST ? LONGEST : limit;
  }

  int offset() {
    return Math.max(0, number("offset"));
  }

  boolean isWhole() {
    return call.first("exclude_params").map("false"::equals).orElse(false);
  }

  private int number(String parameter) {
    try {
      return Integer.parseInt(call.first(parameter).orElse("0"));
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
