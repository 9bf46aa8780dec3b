package io.qhyper.report;

import io.qhyper.mitigation.Calibration;
import io.qhyper.mitigation.CorrectedCounts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What {@code mitigate --json} prints.
 *
 * @param register the register that was corrected
 * @param calibrationMeasuredAt time of the calibration, UTC
 * @param circuits the circuits of the job, or the one of the file
 */
public record CorrectionReport(
    String register, String calibrationMeasuredAt, List<Corrected> circuits) {

  /**
   * One corrected histogram.
   *
   * @param shots behind it
   * @param overhead mitigation overhead between the observed strings
   * @param quasiProbabilities of every printed bitstring, ascending; below 0 for some
   */
  public record Corrected(long shots, double overhead, Map<String, Quasi> quasiProbabilities) {}

  /** A string as it was read and after correction. */
  public record Quasi(long count, double quasiProbability) {}

  /** The report on corrected histograms. */
  public static CorrectionReport of(
      String register, Calibration calibration, List<CorrectedCounts> corrected) {
    return new CorrectionReport(
        register,
        calibration.measuredAt().toString(),
        corrected.stream().map(CorrectionReport::circuit).toList());
  }

  private static Corrected circuit(CorrectedCounts corrected) {
    double[] quasi = corrected.quasiProbabilities();
    Map<String, Quasi> strings = new LinkedHashMap<>();
    for (int entry = 0; entry < quasi.length; entry++) {
      strings.put(
          corrected.counts().bits(entry).toString(),
          new Quasi(corrected.counts().count(entry), quasi[entry]));
    }
    return new Corrected(corrected.counts().shots(), corrected.overhead(), strings);
  }

  /** The report for people, with so many strings of each circuit, the heaviest first. */
  public String text(int top) {
    StringBuilder text = new StringBuilder();
    for (int circuit = 0; circuit < circuits.size(); circuit++) {
      Corrected corrected = circuits.get(circuit);
      text.append(
          String.format(
              Locale.ROOT,
              "circuit %d, register %s, %,d shots, mitigation overhead %.3f\n",
              circuit,
              register,
              corrected.shots(),
              corrected.overhead()));
      List<Map.Entry<String, Quasi>> strings =
          new ArrayList<>(corrected.quasiProbabilities().entrySet());
      strings.sort(Comparator.comparingDouble(entry -> -entry.getValue().quasiProbability()));
      for (Map.Entry<String, Quasi> entry : strings.subList(0, Math.min(top, strings.size()))) {
        text.append(
            String.format(
                Locale.ROOT,
                "%s  read %.6f  corrected %9.6f\n",
                entry.getKey(),
                (double) entry.getValue().count() / corrected.shots(),
                entry.getValue().quasiProbability()));
      }
    }
    return text.toString();
  }
}
