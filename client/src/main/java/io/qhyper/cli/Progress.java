package io.qhyper.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * Tells on stderr how far a long command is: a bar that is redrawn on a terminal, a line now and
 * then elsewhere, nothing with {@code --quiet}. For one thread.
 */
final class Progress implements AutoCloseable {
  private static final Duration REDRAW = Duration.ofMillis(100);
  private static final Duration NEXT_LINE = Duration.ofSeconds(10);
  private static final int BAR = 24;

  private final Console console;
  private final CommonOptions options;
  private final String task;
  private Instant due;
  private boolean drawn;

  private Progress(Console console, CommonOptions options, String task) {
    this.console = console;
    this.options = options;
    this.task = task;
    this.due = console.clock().instant().plus(interval());
  }

  /** Progress of a task, named by a word or two such as "training". */
  static Progress of(Console console, CommonOptions options, String task) {
    return new Progress(console, options, task);
  }

  /**
   * Tells the state, unless the last telling was a moment ago.
   *
   * @param done steps done, 0 to {@code total}
   * @param total steps in all, at least 1
   * @param detail a few words or numbers on the current state
   */
  void update(long done, long total, String detail) {
    Instant now = console.clock().instant();
    if (options.quiet() || now.isBefore(due)) {
      return;
    }
    due = now.plus(interval());
    String share = String.format(Locale.ROOT, "%d/%d", done, total);
    if (console.isTerminal()) {
      int filled = (int) (BAR * Math.min(done, total) / total);
      String bar = "#".repeat(filled) + "-".repeat(BAR - filled);
      console.err().print(Console.CLEAR_LINE + task + " [" + bar + "] " + share + "  " + detail);
      console.err().flush();
      drawn = true;
    } else {
      console.say(task + " " + share + "  " + detail);
    }
  }

  /** Removes the bar, so that what follows starts on a clean line. */
  @Override
  public void close() {
    if (drawn) {
      console.err().print(Console.CLEAR_LINE);
      console.err().flush();
      drawn = false;
    }
  }

  private Duration interval() {
    return console.isTerminal() ? REDRAW : NEXT_LINE;
  }
}
