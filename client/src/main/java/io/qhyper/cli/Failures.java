package io.qhyper.cli;

import io.qhyper.store.FileTrouble;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The one place that turns exceptions into a line on stderr and an exit code. */
final class Failures {
  private static final String PRODUCT = "io.qhyper.";

  private final Session session;
  private final Trace trace;

  /** Whether users see where in the program an error came from. */
  enum Trace {
    /** They see it. */
    SHOWN,
    /** They see the one line. */
    HIDDEN
  }

  Failures(Session session, Trace trace) {
    this.session = session;
    this.trace = trace;
  }

  /** A command line that cannot be understood: one line, and where to read on. */
  int usage(ParameterException exception, String... args) {
    CommandLine command = exception.getCommandLine();
    List<String> unknown = command.getUnmatchedArguments();
    if (exception instanceof MissingParameterException && !unknown.isEmpty()) {
      // A mistyped option is then missing, too; the typing error is what helps.
      return usage(new UnmatchedArgumentException(command, unknown), args);
    }
    String name = command.getCommandSpec().qualifiedName();
    say(
        Printable.line(exception.getMessage())
            + suggestion(exception)
            + " (see '"
            + name
            + " --help')");
    trace(exception);
    return ExitCode.USAGE;
  }

  /** A command that failed. */
  int report(Throwable error) {
    int code = ExitCode.FAILURE;
    if (isInterrupt(error)) {
      say("interrupted");
      code = ExitCode.INTERRUPTED;
    } else if (error instanceof OutOfMemoryError) {
      long mebibytes = Runtime.getRuntime().maxMemory() >> 20;
      say(
          "out of memory (%d MiB of heap); give it more, as in QHYPER_JAVA_OPTS=-Xmx8g"
              .formatted(mebibytes));
    } else if (error instanceof UncheckedIOException unchecked) {
      say(FileTrouble.message(unchecked.getCause()));
    } else if (error instanceof IOException exception) {
      say(FileTrouble.message(exception));
    } else if (isExpected(error)) {
      say(String.valueOf(error.getMessage()));
    } else {
      say(Printable.line(error.toString()) + "; this is a bug; run with --stacktrace to see where");
      code = ExitCode.INTERNAL;
    }
    trace(error);
    return code;
  }

  /** Interrupted itself, or failing because the user asked it to stop. */
  private boolean isInterrupt(Throwable error) {
    return isInterruption(error)
        || (session.stop().getAsBoolean() && isInterruption(error.getCause()));
  }

  private static boolean isInterruption(Throwable error) {
    return error instanceof InterruptedException || error instanceof ClosedByInterruptException;
  }

  /** The product's own exceptions have messages for users. */
  private static boolean isExpected(Throwable error) {
    return error instanceof IllegalArgumentException
        || error.getClass().getName().startsWith(PRODUCT);
  }

  private static String suggestion(ParameterException exception) {
    if (!(exception instanceof UnmatchedArgumentException unmatched)) {
      return "";
    }
    // Best first; what follows is seldom what was meant.
    List<String> names = unmatched.getSuggestions();
    return names.isEmpty() ? "" : "; did you mean " + names.get(0) + "?";
  }

  private void say(String message) {
    session.console().say(message);
  }

  private void trace(Throwable error) {
    if (trace == Trace.SHOWN) {
      error.printStackTrace(session.console().err());
    }
  }
}
