package io.qhyper.backend.ibm;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * A key and an instance in a file that only its owner may touch; a file that others may read is
 * refused. Where the file system has no such permissions, they are not checked.
 *
 * <p>The content is {@code {"api_key": "…", "crn": "crn:v1:…"}}.
 */
public record CredentialFile(Secret apiKey, Crn crn) {
  private static final Set<PosixFilePermission> OWNER =
      PosixFilePermissions.fromString("rw-------");
  private static final int MOST_BYTES = 64 << 10;

  /**
   * Reads a file.
   *
   * @throws IOException if it cannot be read or others may
   * @throws IllegalArgumentException if it is not such a file; its content is not shown
   */
  public static CredentialFile read(Path file) throws IOException {
    String what = "the credential file " + file;
    try (InputStream in = openPrivate(file)) {
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
    try (InputStream in = openPrivate(file)) {
      return Secret.of(new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("the key file " + file + ": " + e.getMessage(), e);
    }
  }

  private static InputStream openPrivate(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new FileSystemException(file.toString(), null, "is a folder, expected a file");
    } else if (!Files.exists(file)) {
      throw new NoSuchFileException(file.toString());
    }
    if (isPosix(file)) {
      Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
      if (permissions.stream().anyMatch(permission -> !permission.name().startsWith("OWNER_"))) {
        throw new FileSystemException(
            file.toString(),
            null,
            "others than its owner have access ("
                + PosixFilePermissions.toString(permissions)
                + "), so the key in it is not safe; run: chmod 600 "
                + file);
      }
    }
    return Files.newInputStream(file);
  }

  private static boolean isPosix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  /** Writes a file that only its owner may read, whole or not at all; makes its folder. */
  public void write(Path file) throws IOException {
    Path target = file.toAbsolutePath();
    Path folder = target.getParent();
    Files.createDirectories(folder, attributes(file, "rwx------"));
    Path temporary = Files.createTempFile(folder, ".ibm", ".tmp", attributes(file, "rw-------"));
    try {
      if (isPosix(temporary)) {
        Files.setPosixFilePermissions(temporary, OWNER); // whatever the umask took away
      }
      try (OutputStream out =
          Files.newOutputStream(temporary, StandardOpenOption.WRITE, StandardOpenOption.SYNC)) {
        String json =
            JsonDocument.MAPPER
                .createObjectNode()
                .put("api_key", apiKey.reveal())
                .put("crn", crn.value())
                .toPrettyString();
        out.write((json + "\n").getBytes(StandardCharsets.UTF_8));
      }
      Files.move(
          temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  private static FileAttribute<?>[] attributes(Path file, String permissions) {
    return isPosix(file)
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}
