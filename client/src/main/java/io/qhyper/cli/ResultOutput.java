package io.qhyper.cli;

import io.qhyper.store.AtomicFiles;
import io.qhyper.store.Json;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Where the result of a command goes: stdout, or the file of {@code -o}, whole or not at all. */
final class ResultOutput {
  private final Console console;
  private final CommonOptions options;

  ResultOutput(Console console, CommonOptions options) {
    this.console = console;
    this.options = options;
  }

  /**
   * Writes the result, as JSON if the user asked for it.
   *
   * @param result what {@code --json} prints: a record whose components become snake_case keys
   * @param text what is printed otherwise; ends with a line break
   */
  void write(Object result, String text) throws IOException {
    String content = options.json() ? Json.text(result) : text;
    if (options.output().isPresent()) {
      AtomicFiles.write(options.output().get(), content);
    } else {
      console.out().print(content);
    }
  }

  /**
   * Refuses an {@code -o} that cannot be written, before long work.
   *
   * @throws FileSystemException if it is a folder, or its folder is missing
   */
  void check() throws FileSystemException {
    if (options.output().isPresent()) {
      check(options.output().get());
    }
  }

  /** The same for another file. */
  static void check(Path file) throws FileSystemException {
    Path folder = file.toAbsolutePath().getParent();
    if (Files.isDirectory(file)) {
      throw new FileSystemException(file.toString(), null, "is a folder, expected a file");
    } else if (folder != null && !Files.isDirectory(folder)) {
      throw new NoSuchFileException(
          file.toString(), null, "its folder does not exist; make it first");
    }
  }

  /** Prints the result to stdout, for commands whose {@code -o} names another file. */
  void print(Object result, String text) {
    console.out().print(options.json() ? Json.text(result) : text);
  }
}
