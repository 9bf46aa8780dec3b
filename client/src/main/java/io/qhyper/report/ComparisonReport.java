package io.qhyper.report;

import io.qhyper.compare.GradientAgreement;
import io.qhyper.compare.NoiseScaleFit;
import io.qhyper.compare.Resampling;
import io.qhyper.hybrid.ExactLoss;
import io.qhyper.hybrid.GradientEstimate;
import io.qhyper.hybrid.LossEstimate;
import io.qhyper.hybrid.MeasuredGradient;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What {@code compare --json} prints; null stands for what is not known.
 *
 * @param problem name of the problem whose networks were measured
 * @param samples what was compared
 * @param pairs each sample with each later one
 * @param repetitions redrawn samples of each interval, and deals of each test
 */
public record ComparisonReport(
    String problem, List<Sample> samples, List<PairReport> pairs, int repetitions) {
  /**
   * One side of the comparison.
   *
   * @param program fingerprint of the OpenQASM text that was run
   * @param parameters fingerprint of the values of its inputs
   * @param compiled fingerprint of the text in native gates
   * @param mitigation how the run corrects its losses for readout errors; the counts compared, and
   *     the loss told here, are as they were read
   * @param loss E; {@code standardError} is its error
   * @param gradients measured ones against exact ones at the same angles
   * @param noise the scale of the noise model that matches best
   */
  public record Sample(
      String name,
      String backend,
      long shots,
      String program,
      String parameters,
      String compiled,
      String mitigation,
      Double loss,
      Double standardError,
      List<PairReport.Agreement> gradients,
      NoiseScaleFit noise) {
    static Sample of(
        ComparedSample sample, Optional<ScoredProblem> problem, Optional<ExactLoss> exact) {
      Optional<LossEstimate> loss = problem.map(scored -> scored.estimate(sample.counts()));
      return new Sample(
          sample.name(),
          sample.backend(),
          sample.counts().shots(),
          sample.provenance().program().orElse(null),
          sample.provenance().parameters().orElse(null),
          sample.provenance().compiled().orElse(null),
          sample.mitigation().orElse(null),
          loss.map(LossEstimate::mean).orElse(null),
          loss.map(LossEstimate::standardError).orElse(null),
          exact.map(e -> against(e, sample.gradients())).orElse(List.of()),
          sample.fit().orElse(null));
    }
  }

  /**
   * Compares all pairs.
   *
   * @param exact the exact loss of the program; empty where it cannot be had
   * @param seed of all resampling
   */
  public static ComparisonReport of(
      List<ComparedSample> samples,
      Optional<ScoredProblem> problem,
      Optional<ExactLoss> exact,
      int repetitions,
      long seed) {
    List<PairReport> pairs = new ArrayList<>();
    for (int first = 0; first < samples.size(); first++) {
      for (int second = first + 1; second < samples.size(); second++) {
        Resampling resampling = new Resampling(repetitions, seed, pairs.size());
        pairs.add(PairReport.of(samples.get(first), samples.get(second), problem, resampling));
      }
    }
    return new ComparisonReport(
        problem.map(scored -> scored.problem().name()).orElse(null),
        samples.stream().map(sample -> Sample.of(sample, problem, exact)).toList(),
        pairs,
        repetitions);
  }

  /** What people call the sample at a place of the list: A, B, … */
  public static String letter(int index) {
    return index < 26 ? String.valueOf((char) ('A' + index)) : "#" + (index + 1);
  }

  private static List<PairReport.Agreement> against(
      ExactLoss exact, List<MeasuredGradient> gradients) {
    return gradients.stream()
        .map(
            measured -> {
              GradientEstimate truth = exact.gradientAt(measured.row());
              return PairReport.Agreement.of(
                  measured,
                  GradientAgreement.of(
                      measured.gradient().values(),
                      measured.gradient().standardErrors(),
                      truth.values(),
                      truth.standardErrors()));
            })
        .toList();
  }
}
