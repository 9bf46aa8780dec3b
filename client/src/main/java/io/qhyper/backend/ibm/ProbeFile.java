package io.qhyper.backend.ibm;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.qhyper.backend.JobId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * Remembers probes in a file that only its owner may touch: for each account, by its CRN and
 * endpoint and without its key, what was found and the submission that is under way.
 *
 * <p>The content is {@code {"accounts": {"CRN URL": {"found": {…}, "open": {"tag", "at",
 * "job"}}}}}.
 */
public final class ProbeFile implements SubmissionLog {
  private static final int MOST_BYTES = 1 << 20;
  private static final String ACCOUNTS = "accounts";
  private static final String FOUND = "found";
  private static final String OPEN = "open";

  private final Path file;
  private final String account;

  /** The memory for one account; nothing is read yet. */
  public ProbeFile(Path file, IbmCredentials credentials) {
    this.file = file;
    this.account = credentials.crn().value() + " " + credentials.endpoints().api();
  }

  /** Where it is kept. */
  public Path path() {
    return file;
  }

  /**
   * What was found for the account; empty if it was never probed.
   *
   * @throws IOException if the file cannot be read, others may read it, or it is not such a file
   */
  public Optional<ProbeFindings> found() throws IOException {
    JsonNode found = read().path(ACCOUNTS).path(account).path(FOUND);
    return found.isObject() ? Optional.of(ProbeFindings.of(what(), found)) : Optional.empty();
  }

  /** Remembers what was found; the submission is over. */
  void found(ProbeFindings findings) {
    change(
        entry -> {
          entry.set(FOUND, findings.json());
          entry.remove(OPEN);
        });
  }

  private String what() {
    return "the file of probes " + file;
  }

  private ObjectNode read() throws IOException {
    if (!Files.exists(file)) {
      return JsonDocument.MAPPER.createObjectNode();
    }
    try (InputStream in = OwnerOnlyFile.open(file, "what")) {
      return (ObjectNode) JsonDocument.object(what(), new BoundedStream(what(), in, MOST_BYTES));
    } catch (IbmProtocolException | JacksonException e) {
      throw new IOException(what() + " is not readable (" + e.getMessage() + "); delete it", e);
    }
  }

  private interface Change {
    void apply(ObjectNode entry);
  }

  private void change(Change change) {
    try {
      ObjectNode root = read();
      change.apply(root.withObjectProperty(ACCOUNTS).withObjectProperty(account));
      OwnerOnlyFile.write(file, root.toPrettyString() + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The last attempt that has not come to findings; there is one submission at a time. */
  @Override
  public Optional<Earlier> earlier(Submission submission) {
    JsonNode open;
    try {
      open = read().path(ACCOUNTS).path(account).path(OPEN);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    boolean isSame = JsonDocument.text(open, "form").equals(submission.form().name());
    if (!open.isObject() || !isSame) {
      return Optional.empty();
    }
    String job = JsonDocument.text(open, "job");
    return Optional.of(
        job.isEmpty()
            ? new Earlier.Unresolved(
                JsonDocument.text(open, "tag"), JsonDocument.time(open, "at").orElse(Instant.EPOCH))
            : new Earlier.Accepted(new JobId(job)));
  }

  @Override
  public void intended(String tag, Submission submission, Instant at) {
    change(
        entry ->
            entry
                .putObject(OPEN)
                .put("tag", tag)
                .put("form", submission.form().name())
                .put("at", at.toString()));
  }

  @Override
  public void accepted(String tag, JobId id) {
    change(entry -> entry.withObjectProperty(OPEN).put("tag", tag).put("job", id.value()));
  }

  @Override
  public void refused(String tag, String reason) {
    change(entry -> entry.remove(OPEN));
  }

  @Override
  public void uncertain(String tag, String reason) {
    // It is open already.
  }

  @Override
  public void absent(String tag) {
    change(entry -> entry.remove(OPEN));
  }

  @Override
  public void duplicate(String tag, JobId id) {
    // The older one is measured; the duplicate has been cancelled.
  }

  /** The tag of the submission that is under way. */
  Optional<String> openTag() throws IOException {
    String tag = JsonDocument.text(read().path(ACCOUNTS).path(account).path(OPEN), "tag");
    return tag.isEmpty() ? Optional.empty() : Optional.of(tag);
  }
}
