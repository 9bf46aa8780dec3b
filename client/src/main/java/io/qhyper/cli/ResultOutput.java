package io.qhyper.cli;

import io.qhyper.store.AtomicFiles;
import io.qhyper.store.Json;
import java.io.IOException;

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

  /** Prints the result to stdout, for commands whose {@code -o} names another file. */
  void print(Object result, String text) {
    console.out().print(options.json() ? Json.text(result) : text);
  }
}
