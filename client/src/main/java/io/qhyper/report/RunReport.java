package io.qhyper.report;

import io.qhyper.hybrid.Measurement;
import io.qhyper.store.journal.RunJournal;
import io.qhyper.store.journal.TimedMeasurement;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What a run is and how far it has come; null stands for what is not known.
 *
 * @param run its folder
 * @param status {@code finished} or {@code unfinished}
 * @param problem name of the problem
 * @param backend where its circuits run
 * @param rowsSentAs text or rows, of a run on hardware; null for others
 * @param version of the program that began it
 * @param restarts begun so far
 * @param iterations steps made so far by all restarts
 * @param jobs completed
 * @param circuits run
 * @param shots spent
 * @param seconds that it took so far
 * @param hardware what was used of a quantum computer; null if nothing was
 * @param loss the last expected loss measured
 * @param bestLoss the lowest loss of any network sampled
 * @param sentinel what the fixed circuit measured; null if it was not asked for
 */
public record RunReport(
    String run,
    String status,
    String problem,
    String backend,
    String rowsSentAs,
    String version,
    int restarts,
    long iterations,
    int jobs,
    long circuits,
    long shots,
    double seconds,
    HardwareUse hardware,
    Double loss,
    Double bestLoss,
    List<DriftReport> sentinel) {

  /** The report on a run, without its sentinel. */
  public static RunReport of(Path run, RunJournal journal) {
    List<TimedMeasurement> curve = journal.measurements();
    return new RunReport(
        run.toString(),
        journal.isFinished() ? "finished" : "unfinished",
        journal.fact("problem").orElse(null),
        journal.fact("backend").orElse(null),
        journal.fact("bind").orElse(null),
        journal.fact("qhyper").orElse(null),
        journal.snapshots().size(),
        journal.snapshots().stream().mapToLong(snapshot -> snapshot.state().iteration()).sum(),
        journal.shots().jobs().size(),
        journal.shots().jobs().stream().mapToLong(job -> job.circuits()).sum(),
        journal.shots().jobs().stream().mapToLong(job -> (long) job.circuits() * job.shots()).sum(),
        curve.stream().mapToDouble(TimedMeasurement::seconds).max().orElse(0),
        HardwareUse.of(journal),
        last(curve.stream().map(timed -> timed.measurement().loss().mean()).toList()),
        lowest(curve.stream().map(TimedMeasurement::measurement).toList()),
        null);
  }

  /** The same with what the sentinel measured. */
  public RunReport with(List<DriftReport> measured) {
    return new RunReport(
        run,
        status,
        problem,
        backend,
        rowsSentAs,
        version,
        restarts,
        iterations,
        jobs,
        circuits,
        shots,
        seconds,
        hardware,
        loss,
        bestLoss,
        List.copyOf(measured));
  }

  private static Double last(List<Double> losses) {
    return losses.stream().filter(loss -> !loss.isNaN()).reduce((a, b) -> b).orElse(null);
  }

  private static Double lowest(List<Measurement> curve) {
    return curve.stream()
        .map(Measurement::bestLoss)
        .filter(loss -> !loss.isNaN())
        .min(Double::compare)
        .orElse(null);
  }

  /** The report for people: one fact a line. */
  public String text() {
    return line("run folder", run)
        + line("status", status)
        + line("problem", problem)
        + line("backend", backend)
        + (rowsSentAs == null ? "" : line("sent as", sentAs()))
        + line("version", version)
        + line("progress", "%,d steps, %d restarts begun".formatted(iterations, restarts))
        + line("measured", "%,d jobs, %,d circuits, %,d shots".formatted(jobs, circuits, shots))
        + line("time", String.format(Locale.ROOT, "%.1f s", seconds))
        + (hardware == null ? "" : line("quantum time", hardware.text()))
        + line("expected loss", number(loss))
        + line("best network", number(bestLoss))
        + sentinelText();
  }

  private String sentAs() {
    return rowsSentAs.equals("rows")
        ? "one program with rows of values for each job"
        : "one bound program for each row";
  }

  private String sentinelText() {
    return sentinel == null
        ? ""
        : sentinel.stream()
            .map(measured -> line("sentinel", measured.text()))
            .collect(Collectors.joining());
  }

  private static String line(String name, String value) {
    return String.format(Locale.ROOT, "%-14s %s\n", name, value == null ? "unknown" : value);
  }

  private static String number(Double value) {
    return value == null ? "not measured" : String.format(Locale.ROOT, "%.6f", value);
  }

  /** Runs as a table for people. */
  public static String table(List<RunReport> runs) {
    StringBuilder table = new StringBuilder();
    table.append(row("STATUS", "STEPS", "SHOTS", "LOSS", "RUN"));
    for (RunReport run : runs) {
      table.append(
          row(
              run.status(),
              Long.toString(run.iterations()),
              Long.toString(run.shots()),
              run.loss() == null ? "-" : number(run.loss()),
              run.run()));
    }
    return table.toString();
  }

  private static String row(String status, String steps, String shots, String loss, String run) {
    return String.format(Locale.ROOT, "%-10s %8s %12s %10s  %s\n", status, steps, shots, loss, run);
  }
}
