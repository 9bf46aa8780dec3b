package io.qhyper.report;

import io.qhyper.sim.EngineEstimate;
import io.qhyper.sim.SimulatedProgram;
import java.util.List;
import java.util.Locale;

/**
 * What {@code run --explain --json} prints.
 *
 * @param engine the engine that runs the program
 * @param reason why that one
 * @param qubits number of qubits that take part
 * @param candidates what each engine would need
 */
public record EngineReport(String engine, String reason, int qubits, List<Candidate> candidates) {

  /**
   * One engine.
   *
   * @param milliseconds to prepare the state of one row on one thread, to an order of magnitude;
   *     null where it cannot
   * @param bytes of heap for that state; null where it cannot
   * @param method what it would do, or why it cannot
   */
  public record Candidate(String engine, Double milliseconds, Double bytes, String method) {

    private static Candidate of(EngineEstimate estimate) {
      return estimate
          .obstacle()
          .map(obstacle -> new Candidate(estimate.engine().toString(), null, null, obstacle))
          .orElseGet(
              () ->
                  new Candidate(
                      estimate.engine().toString(),
                      estimate.milliseconds(),
                      estimate.bytes(),
                      estimate.method()));
    }

    private String text() {
      return milliseconds == null
          ? String.format(Locale.ROOT, "  %-12s cannot: %s\n", engine, method)
          : String.format(
              Locale.ROOT,
              "  %-12s %10.3g ms %10.3g MB  %s\n",
              engine,
              milliseconds,
              bytes / 1e6,
              method);
    }
  }

  /** The report on a program. */
  public static EngineReport of(SimulatedProgram program) {
    return new EngineReport(
        program.choice().engine().toString(),
        program.choice().reason(),
        program.qubits(),
        program.choice().candidates().stream().map(Candidate::of).toList());
  }

  /** The report for people. */
  public String text() {
    StringBuilder text = new StringBuilder();
    text.append(String.format(Locale.ROOT, "engine %s: %s\n", engine, reason));
    text.append(qubits).append(" qubits take part; one row on one thread would take about\n");
    candidates.forEach(candidate -> text.append(candidate.text()));
    return text.toString();
  }
}
