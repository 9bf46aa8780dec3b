package io.qhyper.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A console that remembers what was printed, with a clock that the test moves. */
final class RecordingConsole {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final HandClock clock = new HandClock();
  private final StopSignal stop = new StopSignal();
  private final Console console;

  private RecordingConsole(boolean isTerminal) {
    console = new Console(stream(out), stream(err), isTerminal, clock);
  }

  private RecordingConsole(Clock other) {
    console = new Console(stream(out), stream(err), false, other);
  }

  static RecordingConsole terminal() {
    return new RecordingConsole(true);
  }

  static RecordingConsole plain() {
    return new RecordingConsole(false);
  }

  /** By the clock of the system, for commands that wait. */
  static RecordingConsole ticking() {
    return new RecordingConsole(Clock.systemUTC());
  }

  /** The same after some time. */
  static RecordingConsole after(Duration time) {
    return new RecordingConsole(Clock.offset(Clock.systemUTC(), time));
  }

  int run(String... arguments) {
    int code = QHyper.run(session(), arguments);
    // Into the reports of the tests, which the build searches for secrets.
    System.out.println(String.join(" ", arguments) + "\n" + out() + err());
    return code;
  }

  Console console() {
    return console;
  }

  Session session() {
    return new Session(console, stop);
  }

  void pass(Duration time) {
    clock.now = clock.now.plus(time);
  }

  String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private static final class HandClock extends Clock {
    private Instant now = Instant.parse("2026-11-23T12:00:00Z");

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
