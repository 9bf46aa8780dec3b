package io.qhyper.backend.ibm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.qhyper.backend.JobId;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The submissions of probes on one device, kept in the file of probes until there are findings. A
 * probe of another device of the account has its own.
 */
final class ProbeLog implements SubmissionLog {
  private static final String OPEN = "open";
  private static final String REFUSED = "refused";
  private static final String ABANDONED = "abandoned";

  private final ProbeFile file;
  private final String device;
  private final Consumer<String> say;

  /**
   * The log for a device.
   *
   * @param say told what the user must know
   */
  ProbeLog(ProbeFile file, String device, Consumer<String> say) {
    this.file = file;
    this.device = device;
    this.say = say;
  }

  private JsonNode open() {
    return file.entry().path(OPEN).path(device);
  }

  /** The last attempt at this step that has not come to findings. */
  @Override
  public Optional<Earlier> earlier(Submission submission) {
    JsonNode open = open();
    if (!JsonDocument.text(open, "step").equals(submission.content())) {
      return Optional.empty();
    }
    return openJob()
        .<Earlier>map(Earlier.Accepted::new)
        .or(() -> Optional.of(new Earlier.Unresolved(JsonDocument.text(open, "tag"), openSince())));
  }

  /** The job that is under way, if it is known. */
  Optional<JobId> openJob() {
    return Optional.of(JsonDocument.text(open(), "job"))
        .filter(job -> !job.isEmpty())
        .map(JobId::new);
  }

  /** When what is under way was intended. */
  Instant openSince() {
    return JsonDocument.time(open(), "at").orElse(Instant.EPOCH);
  }

  /** The tag of the submission that is under way. */
  Optional<String> openTag() {
    return Optional.of(JsonDocument.text(open(), "tag")).filter(tag -> !tag.isEmpty());
  }

  /** There is nothing more to learn from the submission that is under way. */
  void over() {
    file.change(entry -> entry.withObjectProperty(OPEN).remove(device));
  }

  /** What the service refused of the probe that is under way, with its reasons. */
  Map<ProbeStep, String> refusals() {
    Map<ProbeStep, String> refusals = new EnumMap<>(ProbeStep.class);
    JsonNode refused = file.entry().path(REFUSED).path(device);
    for (ProbeStep step : ProbeStep.values()) {
      String reason = JsonDocument.text(refused, step.name());
      if (!reason.isEmpty()) {
        refusals.put(step, reason);
      }
    }
    return refusals;
  }

  /** The service does not take a step; the next one is less. */
  void refused(ProbeStep step, String reason) {
    file.change(
        entry -> {
          entry.withObjectProperty(OPEN).remove(device);
          entry
              .withObjectProperty(REFUSED)
              .withObjectProperty(device)
              .put(step.name(), reason.isBlank() ? "without a reason" : reason);
        });
  }

  /** The probe has come to findings. */
  static void finished(ObjectNode entry, String device) {
    entry.withObjectProperty(OPEN).remove(device);
    entry.withObjectProperty(REFUSED).remove(device);
  }

  @Override
  public void intended(String tag, Submission submission, Optional<String> session, Instant at) {
    file.change(
        entry ->
            entry
                .withObjectProperty(OPEN)
                .putObject(device)
                .put("tag", tag)
                .put("step", submission.content())
                .put("at", at.toString()));
  }

  @Override
  public void accepted(String tag, JobId id) {
    file.change(
        entry ->
            entry
                .withObjectProperty(OPEN)
                .withObjectProperty(device)
                .put("tag", tag)
                .put("job", id.value()));
  }

  @Override
  public void refused(String tag, String reason) {
    over();
  }

  @Override
  public void uncertain(String tag, String reason) {
    say.accept(
        "it is not known yet whether the job with tag " + tag + " was taken; looking for it");
  }

  @Override
  public void absent(String tag) {
    file.change(
        entry -> {
          entry.withObjectProperty(OPEN).remove(device);
          entry.withArrayProperty(ABANDONED).add(tag);
        });
    say.accept("the job with tag " + tag + " did not show up; it is sent again");
  }

  @Override
  public void duplicate(String tag, JobId id) {
    file.change(
        entry -> {
          Set<String> left = abandoned();
          left.remove(tag);
          ArrayNode tags = entry.putArray(ABANDONED);
          left.forEach(tags::add);
        });
    say.accept(
        "job %s turned up late (tag %s) and has been asked to stop; it may have cost"
            .formatted(id, tag));
  }

  @Override
  public Set<String> abandoned() {
    Set<String> tags = new LinkedHashSet<>();
    file.entry().path(ABANDONED).forEach(tag -> tags.add(tag.asText()));
    return tags;
  }
}
