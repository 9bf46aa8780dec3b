package io.qhyper.backend.ibm;

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
 * Files that only their owner may touch. Where the file system has no such permissions, they are
 * not checked.
 */
final class OwnerOnlyFile {
  private static final Set<PosixFilePermission> OWNER =
      PosixFilePermissions.fromString("rw-------");

  private OwnerOnlyFile() {}

  /**
   * Opens a file.
   *
   * @param secret what in it would not be safe, in messages
   * @throws IOException if it cannot be read or others may
   */
  static InputStream open(Path file, String secret) throws IOException {
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
                + "), so "
                + secret
                + " in it is not safe; run: chmod 600 "
                + file);
      }
    }
    return Files.newInputStream(file);
  }

  private static boolean isPosix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  /** Writes a file, whole or not at all, to be there also after a crash; makes its folder. */
  static void write(Path file, String content) throws IOException {
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
        out.write(content.getBytes(StandardCharsets.UTF_8));
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
