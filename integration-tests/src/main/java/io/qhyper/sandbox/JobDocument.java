package io.qhyper.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;

/** A job and its metrics as JSON (section 2.2). */
final class JobDocument {
  private final SandboxJob job;
  private final Instant now;
  private final ApiVersion version;

  JobDocument(SandboxJob job, Instant now, ApiVersion version) {
    this.job = job;
    this.now = now;
    this.version = version;
  }

  /** The job, without its parameters. */
  ObjectNode job() {
    ObjectNode node = Documents.object();
    node.put("id", job.id()).put("backend", job.submitted().backend());
    node.putObject("program").put("id", "sampler");
    node.put("cost", job.cap());
    ArrayNode tags = node.putArray("tags");
    job.tags().forEach(tags::add);
    node.put("created", job.created().toString()).put("user_id", "sandbox");
    node.put("private", job.submitted().isPrivate());
    job.submitted().session().ifPresent(session -> node.put("session_id", session));
    Optional<Outcome> outcome = job.outcome(now);
    ObjectNode state = node.putObject("state").put("status", job.word(now));
    if (outcome.isPresent() && !outcome.get().reason().isEmpty()) {
      state.put("reason", outcome.get().reason());
      state.put("reason_code", outcome.get().code());
      state.put("reason_solution", outcome.get().solution());
    }
    node.put("status", outcome.map(Outcome::longWord).orElse(job.word(now)));
    node.put("estimated_running_time_seconds", job.submitted().charge());
    node.set("usage", usage());
    return node;
  }

  /** The same with the parameters, unless the job is private. */
  ObjectNode whole() {
    ObjectNode node = job();
    if (!job.submitted().isPrivate()) {
      node.set("params", job.submitted().params());
    }
    return node;
  }

  private ObjectNode usage() {
    long charged = job.charged(now);
    ObjectNode usage = Documents.object();
    if (!version.hasChargeTime()) {
      return usage.put("quantum_seconds", charged).put("seconds", charged);
    }
    boolean isFinal = job.isChargeFinal(now);
    if (isFinal) {
      usage.put("qpu_charge_time_seconds", charged);
    } else {
      usage.putNull("qpu_charge_time_seconds");
    }
    return usage.put("status", isFinal ? "complete" : "pending");
  }

  ObjectNode metrics(String caller) {
    ObjectNode node = Documents.object();
    node.put("caller", caller).putNull("qiskit_version");
    ObjectNode times = node.putObject("timestamps");
    times.put("created", job.created().toString());
    put(times, "running", job.started(now));
    put(times, "finished", job.ended(now));
    ObjectNode usage = usage();
    if (!version.hasChargeTime()) {
      node.putObject("bss").put("seconds", job.charged(now));
    }
    long nanoseconds = job.charged(now) * 1_000_000_000;
    (version.hasTimeAtRoot() ? node : usage).put("circuits_execution_time_ns", nanoseconds);
    node.set("usage", usage);
    return node;
  }

  private static void put(ObjectNode node, String name, Optional<Instant> time) {
    if (time.isPresent()) {
      node.put(name, time.get().toString());
    } else {
      node.putNull(name);
    }
  }
}
