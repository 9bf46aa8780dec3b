package io.qhyper.backend.ibm;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A key and an instance in a file that only its owner may touch; a file that others may read is
 * refused. Where the file system has no such permissions, they are not checked.
 *
 * <p>The content is {@code {"api_key": "…", "crn": "crn:v1:…"}}.
 */
public record CredentialFile(Secret apiKey, Crn crn) {
  private static final int MOST_BYTES = 64 << 10;

  /**
   * Reads a file.
   *
   * @throws IOException if it cannot be read or others may
   * @throws IllegalArgumentException if it is not such a file; its content is not shown
   */
  public static CredentialFile read(Path file) throws IOException {
    String what = "the credential file " + file;
    try (InputStream in = OwnerOnlyFile.open(file, "the key")) {
      JsonNode root = JsonDocument.object(what, new BoundedStream(what, in, MOST_BYTES));
      return new CredentialFile(
          Secret.of(JsonDocument.required(what, root, "api_key")),
          new Crn(JsonDocument.required(what, root, "crn")));
    } catch (IbmProtocolException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    } catch (JacksonException e) {
      throw new IllegalArgumentException(what + " holds no JSON", null);
    }
  }

  /**
   * The key in a file that holds nothing else.
   *
   * @throws IOException if it cannot be read or others may
   */
  public static Secret readKey(Path file) throws IOException {
    try (InputStream in = OwnerOnlyFile.open(file, "the key")) {
      return Secret.of(new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("the key file " + file + ": " + e.getMessage(), e);
    }
  }

  /** Writes a file that only its owner may read, whole or not at all; makes its folder. */
  public void write(Path file) throws IOException {
    String json =
        JsonDocument.MAPPER
            .createObjectNode()
            .put("api_key", apiKey.reveal())
            .put("crn", crn.value())
            .toPrettyString();
    OwnerOnlyFile.write(file, json + "\n");
  }
}
