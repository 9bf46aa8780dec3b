package io.qhyper.store;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Writes files so that a reader sees the old content or the new one, never a part: a temporary file
 * in the same folder, forced to the disk, then moved into place.
 *
 * <p>A symbolic link keeps pointing where it points; the file behind it is replaced. What is not a
 * regular file (a pipe, {@code /dev/null}) is written to directly. Works in an interrupted thread,
 * too, and leaves it interrupted.
 */
public final class AtomicFiles {
  private static final int MAX_LEFTOVERS = 1000;

  private AtomicFiles() {}

  /** Something that can be written to a stream, piece by piece. */
  @FunctionalInterface
  public interface Content {
    /** Writes all of it; the stream is buffered and stays open. */
    void writeTo(OutputStream out) throws IOException;
  }

  /** Writes text as UTF-8; see {@link #write(Path, Content)}. */
  public static void write(Path file, String text) throws IOException {
    write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Writes bytes; see {@link #write(Path, Content)}. */
  public static void write(Path file, byte[] content) throws IOException {
    write(file, out -> out.write(content));
  }

  /**
   * Makes a file with this content, or replaces it.
   *
   * @throws FileSystemException naming {@code file}, if it is a folder, its folder is missing, or
   *     it cannot be written; an existing file is then unchanged
   */
  public static void write(Path file, Content content) throws IOException {
    if (Files.isDirectory(file)) {
      throw new FileSystemException(file.toString(), null, "is a folder, expected a file");
    }
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
        content.writeTo(out);
      }
      return;
    }
    Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
    Path folder = target.getParent();
    if (!Files.isDirectory(folder)) {
      throw new NoSuchFileException(
          file.toString(), null, "its folder does not exist; make it first");
    }
    Path temporary = temporaryFor(target);
    try {
      writeForced(temporary, content);
      Files.move(
          temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      forceName(folder);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /** Else a failing machine could forget the move; not every platform can do it for a folder. */
  private static void forceName(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // Windows has no such thing, and an interrupted thread must go on saving.
    }
  }

  /** Made here rather than by {@code createTempFile}, whose files only their owner may read. */
  private static Path temporaryFor(Path target) throws IOException {
    for (int i = 0; i < MAX_LEFTOVERS; i++) {
      Path candidate = target.resolveSibling("." + target.getFileName() + ".tmp" + i);
      try {
        return Files.createFile(candidate);
      } catch (FileAlreadyExistsException e) {
        // Another writer's, or left by a process that was killed: try the next name.
      } catch (AccessDeniedException e) { // the user knows the target, not the temporary file
        throw new AccessDeniedException(target.toString(), null, "permission denied in its folder");
      } catch (FileSystemException e) {
        throw new FileSystemException(target.toString(), null, e.getReason());
      }
    }
    String leftovers = "." + target.getFileName() + ".tmp*";
    throw new FileSystemException(
        target.toString(), null, "too many temporary files beside it; remove " + leftovers);
  }

  /** By a stream: a channel would fail in an interrupted thread, just when Ctrl-C asks to save. */
  private static void writeForced(Path file, Content content) throws IOException {
    try (FileOutputStream stream = new FileOutputStream(file.toFile());
        OutputStream buffered = new BufferedOutputStream(stream)) {
      content.writeTo(buffered);
      buffered.flush();
      stream.getFD().sync();
    }
  }
}
