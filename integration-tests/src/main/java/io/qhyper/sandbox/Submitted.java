package io.qhyper.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * The body of {@code POST /jobs}, checked (sections 2.2 and 3).
 *
 * @param backend name of the device
 * @param cost cap on the charged time in seconds, if the caller gives one
 * @param session id of a session, likewise
 * @param isTyped whether results have the typed form
 * @param isVersion2 whether it asks for the second version of the sampler, the only one that works
 * @param repetitionDelay seconds between executions
 * @param params as they came
 */
record Submitted(
    String backend,
    List<Pub> pubs,
    List<String> tags,
    Optional<Long> cost,
    Optional<String> session,
    boolean isPrivate,
    boolean isTyped,
    boolean isVersion2,
    double repetitionDelay,
    ObjectNode params) {
  private static final int MOST_TAGS = 8;
  private static final int LONGEST_TAG = 86;
  private static final int LONGEST_COST = 10_800;
  private static final int DEFAULT_SHOTS = 4096;
  private static final double DEFAULT_DELAY = 250e-6;

  /**
   * Reads a body.
   *
   * @throws Refusal if it breaks the schema
   */
  static Submitted of(ObjectNode body, long mostExecutions) {
    if (!body.path("program_id").asText().equals("sampler")) {
      throw Refusal.badRequest(
          "program_id must be 'sampler' in this sandbox, got " + body.path("program_id"));
    }
    JsonNode params = body.path("params");
    SamplerSchema.check(params);
    int usual =
        PubReader.shots(
            "params",
            params.path("shots"),
            PubReader.shots(
                "params.options", params.path("options").path("default_shots"), DEFAULT_SHOTS));
    Submitted job =
        new Submitted(
            text(body, "backend").orElseThrow(() -> Refusal.badRequest("backend is missing")),
            new PubReader(usual).read(params.path("pubs")),
            tags(body.path("tags")),
            cost(body.path("cost")),
            text(body, "session_id"),
            body.path("private").asBoolean(false),
            params.path("support_qiskit").asBoolean(true),
            params.path("version").asInt() == 2,
            params.path("options").path("execution").path("rep_delay").asDouble(DEFAULT_DELAY),
            (ObjectNode) params);
    if (job.executions() > mostExecutions) {
      throw new Refusal(
          400,
          "6000",
          "the job asks for " + job.executions() + " executions, at most " + mostExecutions,
          "Ask for fewer shots, or split the job.");
    }
    return job;
  }

  private static Optional<String> text(JsonNode body, String name) {
    return Optional.of(body.path(name).asText("")).filter(text -> !text.isEmpty());
  }

  private static Optional<Long> cost(JsonNode cost) {
    if (cost.isMissingNode() || cost.isNull()) {
      return Optional.empty();
    }
    if (!cost.isIntegralNumber() || cost.asLong() < 0 || cost.asLong() > LONGEST_COST) {
      throw Refusal.badRequest("cost must be a whole number in 0.." + LONGEST_COST);
    }
    return Optional.of(cost.asLong());
  }

  /** The tags of a job, each once. */
  static List<String> tags(JsonNode node) {
    LinkedHashSet<String> tags = new LinkedHashSet<>();
    if (!node.isMissingNode() && !node.isNull() && !node.isArray()) {
      throw Refusal.badRequest("tags must be an array");
    }
    node.forEach(tag -> tags.add(tag.asText()));
    if (tags.size() > MOST_TAGS) {
      throw new Refusal(400, "1204", "a job may have 8 tags", "Give fewer tags.");
    }
    if (tags.stream().anyMatch(tag -> tag.length() > LONGEST_TAG)) {
      throw new Refusal(400, "1205", "a tag may have 86 characters", "Give shorter tags.");
    }
    return new ArrayList<>(tags);
  }

  /** Circuits × rows × shots. */
  long executions() {
    return pubs.stream().mapToLong(pub -> (long) pub.rows() * pub.shots()).sum();
  }

  /** Seconds that it takes if nothing stops it (section 6.3). */
  double charge() {
    return 2 + executions() * (repetitionDelay + 100e-6);
  }

  /** What is run and on what: the same for jobs that differ in nothing but tags and wrapping. */
  byte[] content() {
    return (backend + "\n" + params).getBytes(StandardCharsets.UTF_8);
  }
}
