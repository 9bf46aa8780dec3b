package io.qhyper.report.page;

import io.qhyper.random.Purpose;
import io.qhyper.report.RunReport;
import io.qhyper.shots.Counts;
import io.qhyper.store.journal.Charges.Charge;
import io.qhyper.store.journal.RunJournal;
import io.qhyper.store.journal.Shots;
import io.qhyper.store.journal.TimedMeasurement;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a page needs of a journal, read at once, so that the journal is open for a moment only.
 *
 * @param report the run in numbers
 * @param facts what the journal knows under the names of {@link #FACTS}
 * @param curve the learning curve
 * @param charges what a service charged, job by job
 * @param chosen the restart with the lowest loss, from 0
 * @param network the best network sampled, its printed bits; empty in exact mode
 * @param sample what the chosen restart's circuit emitted when it was measured last
 * @param sentinel what the fixed circuit of the run emitted, in order of time
 */
public record RunRecord(
    RunReport report,
    Map<String, String> facts,
    List<TimedMeasurement> curve,
    List<Charge> charges,
    int chosen,
    Optional<String> network,
    Optional<Counts> sample,
    List<Counts> sentinel) {
  private static final List<String> FACTS =
      List.of("qhyper", "java", "run_id", "problem", "data", "backend", "engine");

  /** Reads what the journal of a run holds now. */
  public static RunRecord of(Path run, RunJournal journal) {
    Map<String, String> facts = new TreeMap<>();
    for (String name : FACTS) {
      journal.fact(name).ifPresent(value -> facts.put(name, value));
    }
    List<TimedMeasurement> curve = journal.measurements();
    int chosen = chosen(curve);
    return new RunRecord(
        RunReport.of(run, journal),
        facts,
        curve,
        journal.charges().byJob(),
        chosen,
        journal.snapshots().stream()
            .flatMap(snapshot -> snapshot.network().stream())
            .min(Comparator.comparingDouble(network -> network.loss()))
            .map(network -> network.bits().toString()),
        sample(journal, chosen),
        sentinel(journal.shots()));
  }

  private static List<Counts> sentinel(Shots shots) {
    return shots.jobs().stream()
        .filter(job -> job.purpose() == Purpose.SENTINEL)
        .map(job -> shots.of(job).get(0).counts())
        .toList();
  }

  /** Fresh shots come before other losses, of which the lowest is too low. */
  private static int chosen(List<TimedMeasurement> curve) {
    return curve.stream()
        .filter(timed -> Double.isFinite(timed.measurement().loss().mean()))
        .min(
            Comparator.comparing((TimedMeasurement timed) -> !timed.isConfirmation())
                .thenComparing(timed -> timed.measurement().loss().mean()))
        .map(timed -> timed.measurement().restart())
        .orElse(0);
  }

  private static Optional<Counts> sample(RunJournal journal, int restart) {
    Shots shots = journal.shots();
    List<Shots.Job> jobs =
        shots.jobs().stream()
            .filter(job -> job.restart().orElse(-1) == restart && job.circuits() == 1)
            .toList();
    return last(jobs, Purpose.CONFIRMATION)
        .or(() -> last(jobs, Purpose.EVALUATION))
        .map(job -> shots.of(job).get(0).counts());
  }

  private static Optional<Shots.Job> last(List<Shots.Job> jobs, Purpose purpose) {
    return jobs.stream().filter(job -> job.purpose() == purpose).reduce((a, b) -> b);
  }

  /** The restarts of the curve, ascending. */
  List<Integer> restarts() {
    return curve.stream().map(timed -> timed.measurement().restart()).distinct().sorted().toList();
  }

  /** The expected loss to tell: of fresh shots where there are any, or else the last one. */
  Optional<TimedMeasurement> told() {
    List<TimedMeasurement> own =
        curve.stream()
            .filter(timed -> timed.measurement().restart() == chosen)
            .filter(timed -> Double.isFinite(timed.measurement().loss().mean()))
            .toList();
    return own.stream()
        .filter(TimedMeasurement::isConfirmation)
        .findFirst()
        .or(() -> own.stream().reduce((a, b) -> b));
  }
}
