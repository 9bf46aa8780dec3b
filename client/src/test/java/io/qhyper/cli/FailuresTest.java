package io.qhyper.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

class FailuresTest {
  private final RecordingConsole recording = RecordingConsole.plain();
  private final Failures failures = new Failures(recording.session(), Failures.Trace.HIDDEN);

  private static final class TypedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TypedException(String message) {
      super(message);
    }
  }

  @Test
  void showsTheMessageOfABadArgument() {
    int code = failures.report(new IllegalArgumentException("shots must be at least 1, got 0"));

    assertThat(code).isEqualTo(1);
    assertThat(recording.err()).isEqualTo("qhyper: shots must be at least 1, got 0\n");
  }

  @Test
  void showsTheMessageOfTheProductsOwnExceptions() {
    int code = failures.report(new TypedException("job 7 failed"));

    assertThat(code).isEqualTo(1);
    assertThat(recording.err()).isEqualTo("qhyper: job 7 failed\n");
  }

  @Test
  void saysInWordsWhatIsWrongWithAFile() {
    failures.report(new NoSuchFileException("a.csv"));
    failures.report(new UncheckedIOException(new AccessDeniedException("b.csv")));

    assertThat(recording.err())
        .isEqualTo("qhyper: a.csv: no such file or folder\nqhyper: b.csv: permission denied\n");
  }

  @Test
  void anythingElseIsABugOnOneLine() {
    int code = failures.report(new IllegalStateException("two\nlines"));

    assertThat(code).isEqualTo(70);
    assertThat(recording.err())
        .isEqualTo(
            "qhyper: java.lang.IllegalStateException: two lines; this is a bug; "
                + "run with --stacktrace to see where\n");
  }

  @Test
  void outOfMemorySaysHowToGiveMore() {
    int code = failures.report(new OutOfMemoryError("Java heap space"));

    assertThat(code).isEqualTo(1);
    assertThat(recording.err()).contains("QHYPER_JAVA_OPTS=-Xmx").hasLineCount(1);
  }

  @Test
  void interruptionHasItsOwnCode() {
    int code = failures.report(new InterruptedException());

    assertThat(code).isEqualTo(130);
    assertThat(recording.err()).isEqualTo("qhyper: interrupted\n");
  }

  @Test
  void showsTheStackWhenAsked() {
    new Failures(recording.session(), Failures.Trace.SHOWN)
        .report(new IllegalArgumentException("x"));

    assertThat(recording.err()).contains("at io.qhyper.cli.FailuresTest");
  }
}
