package io.qhyper.store;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keeps a second process out of what one works on. The operating system frees the lock when its
 * holder dies, however that happens; where the file system has no locks, the file's text tells
 * whether the holder lives.
 */
public final class ProcessLock implements AutoCloseable {
  /** Far behind the text, so that others can read that even where locks forbid reading. */
  private static final long PLACE = Long.MAX_VALUE - 1;

  private static final Pattern HOLDER = Pattern.compile("pid ([0-9]{1,18}) on host (.*), since");
  private static final int MOST_TRIES = 100;

  private final Path file;
  private final FileChannel channel;

  private ProcessLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * Takes the lock.
   *
   * @param file made for it, and removed with it
   * @param held what is thrown if another process has it, by what is known of that process
   */
  public static ProcessLock take(
      Path file, Instant now, Function<String, ? extends RuntimeException> held)
      throws IOException {
    String text =
        "pid %d on host %s, since %s%n".formatted(ProcessHandle.current().pid(), host(), now);
    for (int i = 0; i < MOST_TRIES; i++) {
      Optional<Object> identity = identity(file);
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      try {
        lock(file, channel, held);
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), 0);
        // Its last holder may have removed the file before we locked it.
        if (Files.exists(file) && identity(file).equals(identity)) {
          return new ProcessLock(file, channel);
        }
        channel.close();
      } catch (IOException | RuntimeException e) {
        channel.close();
        throw e;
      }
    }
    throw held.apply("others make and remove " + file + " all the time");
  }

  private static void lock(
      Path file, FileChannel channel, Function<String, ? extends RuntimeException> held)
      throws IOException {
    FileLock lock;
    try {
      lock = channel.tryLock(PLACE, 1, false);
    } catch (OverlappingFileLockException e) {
      throw held.apply(holder(file));
    } catch (IOException e) { // a file system without locks
      if (isHolderAlive(file)) {
        throw held.apply(holder(file));
      }
      return;
    }
    if (lock == null) {
      throw held.apply(holder(file));
    }
  }

  private static String holder(Path file) throws IOException {
    return text(file).orElse("unknown");
  }

  /** Only a process of this host can be looked for; others count as alive. */
  private static boolean isHolderAlive(Path file) throws IOException {
    String text = text(file).orElse("");
    Matcher holder = HOLDER.matcher(text);
    if (!holder.lookingAt()) {
      return !text.isEmpty();
    }
    return !holder.group(2).equals(host())
        || ProcessHandle.of(Long.parseLong(holder.group(1)))
            .map(ProcessHandle::isAlive)
            .orElse(false);
  }

  /**
   * Which file the name stands for, where the file system tells. It is not opened for that: closing
   * any descriptor of a file frees all locks that the process has on it.
   */
  private static Optional<Object> identity(Path file) throws IOException {
    return Files.exists(file)
        ? Optional.ofNullable(Files.readAttributes(file, BasicFileAttributes.class).fileKey())
        : Optional.empty();
  }

  private static Optional<String> text(Path file) throws IOException {
    return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "unknown";
    }
  }

  /** Removes the file and frees the lock. */
  @Override
  public void close() throws IOException {
    try {
      Files.deleteIfExists(file);
    } finally {
      channel.close();
    }
  }
}
