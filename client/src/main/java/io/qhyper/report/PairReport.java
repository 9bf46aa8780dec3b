package io.qhyper.report;

import io.qhyper.compare.Deviation;
import io.qhyper.compare.GradientAgreement;
import io.qhyper.compare.MeasuredDistance;
import io.qhyper.compare.PairComparison;
import io.qhyper.compare.Provenance;
import io.qhyper.compare.Resampling;
import io.qhyper.compare.SameDistributionTest;
import io.qhyper.hybrid.LossEstimate;
import io.qhyper.hybrid.MeasuredGradient;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Two samples, compared.
 *
 * @param first name of the first sample
 * @param second name of the second sample
 * @param differences between what they were measured on
 * @param distinct different bitstrings that either holds
 * @param seenOnce share of all shots whose bitstring came once only
 * @param totalVariation with its 95 % interval, and what chance shows
 * @param hellinger likewise
 * @param same the test of "same distribution"
 * @param loss E in both; null without a problem
 * @param marginals for each classical bit the share of shots in which it is 1
 * @param correlations the pairs of bits whose covariances differ most
 * @param networks the probabilities of the best and the most probable networks
 * @param gradients where both measured one at the same angles
 */
public record PairReport(
    String first,
    String second,
    List<Provenance.Difference> differences,
    int distinct,
    double seenOnce,
    MeasuredDistance totalVariation,
    MeasuredDistance hellinger,
    SameDistributionTest same,
    DeviationReport loss,
    List<Marginal> marginals,
    List<Correlation> correlations,
    List<NetworkShare> networks,
    List<Agreement> gradients) {

  /** One classical bit. */
  public record Marginal(int bit, DeviationReport ones) {}

  /** Two classical bits. */
  public record Correlation(int high, int low, DeviationReport covariance) {}

  /** Two gradients at the same angles. */
  public record Agreement(
      int restart, long iteration, Double cosine, Double standardError, Double chance) {
    static Agreement of(MeasuredGradient measured, GradientAgreement agreement) {
      return new Agreement(
          measured.restart(),
          measured.iteration(),
          number(agreement.cosine()),
          number(agreement.standardError()),
          number(agreement.chance()));
    }

    private static Double number(double value) {
      return Double.isNaN(value) ? null : value;
    }
  }

  static PairReport of(
      ComparedSample first,
      ComparedSample second,
      Optional<ScoredProblem> problem,
      Resampling resampling) {
    PairComparison pair = PairComparison.of(first.counts(), second.counts(), resampling);
    return new PairReport(
        first.name(),
        second.name(),
        first.provenance().differences(second.provenance()),
        pair.distinct(),
        pair.seenOnce(),
        pair.totalVariation(),
        pair.hellinger(),
        pair.same(),
        problem.map(scored -> loss(scored, first, second)).orElse(null),
        IntStream.range(0, pair.marginals().size())
            .mapToObj(bit -> new Marginal(bit, DeviationReport.of(pair.marginals().get(bit))))
            .toList(),
        pair.correlations().stream()
            .map(p -> new Correlation(p.high(), p.low(), DeviationReport.of(p.covariance())))
            .toList(),
        NetworkShare.of(first.counts(), second.counts(), problem),
        gradients(first, second));
  }

  private static DeviationReport loss(
      ScoredProblem scored, ComparedSample first, ComparedSample second) {
    LossEstimate a = scored.estimate(first.counts());
    LossEstimate b = scored.estimate(second.counts());
    return DeviationReport.of(
        new Deviation(a.mean(), b.mean(), Math.hypot(a.standardError(), b.standardError())));
  }

  private static List<Agreement> gradients(ComparedSample first, ComparedSample second) {
    List<Agreement> agreements = new ArrayList<>();
    for (MeasuredGradient a : first.gradients()) {
      second.gradients().stream()
          .filter(b -> a.restart() == b.restart() && a.iteration() == b.iteration() && a.isAt(b))
          .forEach(
              b ->
                  agreements.add(
                      Agreement.of(
                          a,
                          GradientAgreement.of(
                              a.gradient().values(),
                              a.gradient().standardErrors(),
                              b.gradient().values(),
                              b.gradient().standardErrors()))));
    }
    return agreements;
  }
}
