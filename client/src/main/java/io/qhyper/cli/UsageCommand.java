package io.qhyper.cli;

import io.qhyper.backend.ibm.IbmService;
import io.qhyper.backend.ibm.InstanceUsage;
import java.io.IOException;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code qhyper usage}: the time that the instance has used. */
@Command(footer = {"", "Asking is free.", "", "Example: qhyper usage --json"})
final class UsageCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private IbmConnection connection;
  @Mixin private CommonOptions common;

  UsageCommand(Session session) {
    this.session = session;
  }

  /**
   * What {@code --json} prints; seconds of quantum computer.
   *
   * @param limitSeconds null if there is none
   */
  record Report(
      double consumedSeconds,
      Double limitSeconds,
      boolean limitReached,
      String periodStart,
      String periodEnd) {
    static Report of(InstanceUsage usage) {
      OptionalDouble limit =
          usage.limitSeconds().isPresent() ? usage.limitSeconds() : usage.allocationSeconds();
      return new Report(
          usage.consumedSeconds(),
          limit.isPresent() ? limit.getAsDouble() : null,
          usage.limitReached(),
          usage.periodStart().map(IsoTime::text).orElse(""),
          usage.periodEnd().map(IsoTime::text).orElse(""));
    }

    String text() {
      String limit =
          limitSeconds == null ? "no limit" : String.format(Locale.ROOT, "%.0f s", limitSeconds);
      return String.format(Locale.ROOT, "used    %.1f s of %s", consumedSeconds, limit)
          + (limitReached ? ", the limit is reached\n" : "\n")
          + (periodStart.isEmpty() ? "" : "period  " + periodStart + " to " + periodEnd + "\n");
    }
  }

  @Override
  public Integer call() throws IOException {
    try (IbmService service = connection.open(session)) {
      Report report = Report.of(service.usage());
      new ResultOutput(session.console(), common).write(report, report.text());
    }
    return ExitCode.OK;
  }
}
