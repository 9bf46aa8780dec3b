package io.qhyper.backend.ibm;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Remembers probes in a file that only its owner may touch: for each account, by its CRN and
 * endpoint and without its key, what was found last, and for each device the submission that is
 * under way.
 *
 * <p>The content is {@code {"accounts": {"CRN URL": {"found": {…}, "open": {"DEVICE": {"tag",
 * "step", "at", "job"}}, "refused": {"DEVICE": {"STEP": "reason"}}, "abandoned": ["tag", …]}}}};
 * abandoned are submissions that did not show up and were sent again.
 */
public final class ProbeFile {
  private static final int MOST_BYTES = 1 << 20;
  private static final String ACCOUNTS = "accounts";
  private static final String FOUND = "found";

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

  /** Remembers what was found; the submission on that device is over. */
  void found(ProbeFindings findings) {
    change(
        entry -> {
          entry.set(FOUND, findings.json());
          ProbeLog.finished(entry, findings.device());
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

  /** All that is kept for the account. */
  JsonNode entry() {
    try {
      return read().path(ACCOUNTS).path(account);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Changes what is kept for the account, durably. */
  void change(Consumer<ObjectNode> change) {
    try {
      ObjectNode root = read();
      change.accept(root.withObjectProperty(ACCOUNTS).withObjectProperty(account));
      OwnerOnlyFile.write(file, root.toPrettyString() + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
