package io.qhyper.report;

import io.qhyper.compare.MeasuredDistance;
import io.qhyper.compare.PairComparison;
import io.qhyper.compare.Resampling;
import io.qhyper.hybrid.LossEstimate;
import io.qhyper.hybrid.TrainingProgram;
import io.qhyper.random.Purpose;
import io.qhyper.shots.Counts;
import io.qhyper.store.journal.RunJournal;
import io.qhyper.store.journal.Shots;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One measurement of the sentinel, the fixed circuit of a run, beside its first one.
 *
 * @param job its number in the journal
 * @param restart during which it was measured; null if that is not known
 * @param iteration the step beside which it was measured
 * @param loss E of the fixed circuit
 * @param standardError of the loss
 * @param totalVariation distance to the first measurement; null for the first
 * @param hellinger likewise
 * @param same p-value of "nothing has changed since the first"; null for the first
 */
public record DriftReport(
    long job,
    Integer restart,
    long iteration,
    int shots,
    double loss,
    double standardError,
    MeasuredDistance totalVariation,
    MeasuredDistance hellinger,
    Double same) {
  private static final int REPETITIONS = 199;

  /** Whether a run has measured its sentinel. */
  public static boolean isMeasured(RunJournal journal) {
    return journal.shots().jobs().stream().anyMatch(DriftReport::isSentinel);
  }

  private static boolean isSentinel(Shots.Job job) {
    return job.purpose() == Purpose.SENTINEL;
  }

  /** All measurements in order of time. */
  public static List<DriftReport> of(RunJournal journal, ScoredProblem problem) {
    List<DriftReport> all = new ArrayList<>();
    Optional<Counts> first = Optional.empty();
    Shots shots = journal.shots();
    for (Shots.Job job : shots.jobs().stream().filter(DriftReport::isSentinel).toList()) {
      Counts counts = shots.register(job, TrainingProgram.REGISTER).get(0);
      Optional<PairComparison> pair =
          first.map(
              reference ->
                  PairComparison.of(
                      reference, counts, new Resampling(REPETITIONS, 1, job.number())));
      all.add(of(job, problem.estimate(counts), pair));
      first = first.or(() -> Optional.of(counts));
    }
    return all;
  }

  private static DriftReport of(Shots.Job job, LossEstimate loss, Optional<PairComparison> pair) {
    return new DriftReport(
        job.number(),
        job.restart().isPresent() ? job.restart().getAsInt() : null,
        job.iteration(),
        job.shots(),
        loss.mean(),
        loss.standardError(),
        pair.map(PairComparison::totalVariation).orElse(null),
        pair.map(PairComparison::hellinger).orElse(null),
        pair.map(p -> p.same().combined()).orElse(null));
  }

  /** For people: one line without a break. */
  String text() {
    String told =
        String.format(Locale.ROOT, "step %d: E = %.6f ± %.6f", iteration, loss, standardError);
    return same == null
        ? told
        : told
            + String.format(
                Locale.ROOT,
                ", %.4f from the first, chance shows %.4f, p = %.3g",
                totalVariation.value(),
                totalVariation.chance().mean(),
                same);
  }
}
