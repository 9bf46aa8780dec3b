package io.qhyper.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.qhyper.sandbox.SandboxSettings.Limits;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/** The calls about the instance and the interface (sections 1.4 and 2.4). */
final class AccountPages {
  private static final Duration PERIOD = Duration.ofDays(28);

  private static final List<String> VERSIONS =
      List.of(
          "2024-01-01",
          "2025-01-01",
          "2025-05-01",
          "2026-02-01",
          "2026-02-15",
          "2026-03-15",
          "2026-04-15");

  private final Limits limits;

  AccountPages(Limits limits) {
    this.limits = limits;
  }

  Answer usage(Call call, long charged, Instant now) {
    ObjectNode body = Documents.object();
    body.putObject("usage_period")
        .put("start_time", now.minus(PERIOD).toString())
        .put("end_time", now.toString());
    body.put("usage_consumed_seconds", charged);
    OptionalLong limit = limits.usageLimit();
    if (limit.isPresent()) {
      body.put("usage_limit_seconds", limit.getAsLong());
      body.put("usage_allocation_seconds", limit.getAsLong());
    }
    body.put("usage_limit_reached", limit.isPresent() && charged >= limit.getAsLong());
    body.put("plan_id", plan()).put("instance_id", call.instance());
    return Answer.json(200, body);
  }

  private String plan() {
    return limits.plan().name().toLowerCase(Locale.ROOT);
  }

  Answer instance(DevicePages devices) {
    ObjectNode body = Documents.object();
    body.set("backends", devices.names());
    body.put("plan_id", plan());
    OptionalLong limit = limits.usageLimit();
    if (limit.isPresent()) {
      body.put("instance_limit_seconds", String.valueOf(limit.getAsLong()));
      body.put("usage_allocation_seconds", limit.getAsLong());
    }
    return Answer.json(200, body);
  }

  Answer versions() {
    ObjectNode body = Documents.object();
    ArrayNode versions = body.putArray("versions");
    VERSIONS.forEach(version -> versions.addObject().put("version", version).put("status", "live"));
    return Answer.json(200, body);
  }
}
