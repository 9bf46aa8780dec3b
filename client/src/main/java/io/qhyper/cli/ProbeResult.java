package io.qhyper.cli;

import io.qhyper.backend.ibm.GateFinding;
import io.qhyper.backend.ibm.ProbeFindings;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * What {@code ibm probe --json} prints; null where the probe did not find out.
 *
 * @param resultForm plain, typed or other
 * @param rows taken, or why not
 * @param nesting by_row, by_shot, flat_by_row, flat_by_shot or other
 * @param columns name, declaration, first_use or other
 * @param namedGate how a gate that the program defines is taken
 * @param visibleAfterSeconds until the list of jobs knows a new one
 * @param retryAfter what a refusal because of the rate said; null if there was none
 * @param cancelCode the service's code for cancelling an ended job
 * @param bind what --bind auto is now
 * @param uncertainHorizonSeconds what --uncertain-horizon is now unless it is given
 */
record ProbeResult(
    String device,
    String job,
    String at,
    String resultForm,
    String rows,
    String nesting,
    String columns,
    String namedGate,
    Double visibleAfterSeconds,
    String retryAfter,
    String cancelCode,
    Double qpuSeconds,
    String bind,
    Double uncertainHorizonSeconds) {

  static ProbeResult of(ProbeFindings found) {
    return new ProbeResult(
        found.device(),
        found.job(),
        IsoTime.text(found.at()),
        found.form().orElse(null),
        found.rowsRefused().map(reason -> "refused: " + reason).orElse("taken"),
        found.nesting().map(ProbeResult::word).orElse(null),
        found.columns().map(ProbeResult::word).orElse(null),
        found.gate().map(GateFinding::text).orElse(null),
        orNull(found.visibleSeconds()),
        found.retryAfter().orElse(null),
        found.cancelCode().orElse(null),
        orNull(found.qpuSeconds()),
        word(found.bind()),
        found.horizon().map(ProbeResult::seconds).orElse(null));
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static Double seconds(Duration duration) {
    return duration.toMillis() / 1e3;
  }

  private static Double orNull(OptionalDouble value) {
    return value.isPresent() ? (Double) value.getAsDouble() : null;
  }

  /** For people. */
  String text() {
    return new Table("probe", device + ", job " + job + ", " + at)
        .line("result", orDash(resultForm))
        .line("rows", rows)
        .line("samples", orDash(nesting))
        .line("columns by", orDash(columns))
        .line("defined gate", namedGate == null ? "the device has none, or not known" : namedGate)
        .line("new job seen", visibleAfterSeconds == null ? "-" : "after " + seconds())
        .line("Retry-After", retryAfter == null ? "no refusal seen" : retryAfter)
        .line("cancel ended", cancelCode == null ? "-" : "code " + cancelCode)
        .line("charged", qpuSeconds == null ? "not known yet" : qpuSeconds + " s")
        .line("--bind auto", bind)
        .line(
            "--uncertain-horizon",
            uncertainHorizonSeconds == null ? "as usual" : uncertainHorizonSeconds + " s")
        .text();
  }

  private String seconds() {
    return visibleAfterSeconds + " s";
  }

  private static String orDash(String value) {
    return value == null ? "-" : value;
  }
}
