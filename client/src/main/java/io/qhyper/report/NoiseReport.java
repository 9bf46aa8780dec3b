package io.qhyper.report;

import io.qhyper.sim.NoiseChoice;
import io.qhyper.sim.NoiseCoverage;
import io.qhyper.sim.NoiseMethod;
import java.util.List;
import java.util.Locale;

/**
 * The noise of a simulated program.
 *
 * @param model what it is, and which convention its numbers follow
 * @param method how it was simulated
 * @param reason why so
 * @param gates number of gates of the program that was simulated
 * @param noisyGates how many of them the noise touches
 * @param idlePeriods how often a waiting qubit relaxes
 * @param misread how many measurements can be misread
 */
public record NoiseReport(
    String model,
    String method,
    String reason,
    int gates,
    int noisyGates,
    int idlePeriods,
    int misread) {

  /** A fact for people. */
  public record Row(String name, String value) {}

  /** The report on noise where shots were drawn. */
  public static NoiseReport ofShots(NoiseChoice choice) {
    return of(choice, choice.shots());
  }

  /** The report on noise where means were taken. */
  public static NoiseReport ofMeans(NoiseChoice choice) {
    return of(choice, choice.means());
  }

  private static NoiseReport of(NoiseChoice choice, NoiseMethod method) {
    NoiseCoverage coverage = choice.coverage();
    return new NoiseReport(
        choice.model().description(),
        method.toString(),
        choice.reason(),
        coverage.gates(),
        coverage.noisyGates(),
        coverage.idlePeriods(),
        coverage.misread());
  }

  /** The report for people. */
  public List<Row> lines() {
    String touched =
        String.format(
            Locale.ROOT,
            "%s (%s); touches %d of %d gates, %d idle periods, %d readings",
            method,
            reason,
            noisyGates,
            gates,
            idlePeriods,
            misread);
    return List.of(new Row("noise", model), new Row("noise method", touched));
  }
}
