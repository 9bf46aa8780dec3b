package io.qhyper.report;

import io.qhyper.shots.BitString;
import io.qhyper.shots.Counts;
import io.qhyper.sim.Approximation;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code run --json} prints.
 *
 * @param shots how often the program was run
 * @param noise what disturbed the program; null if nothing did
 * @param registers the counts of every classical register, in the order of declaration
 * @param truncation what the simulator cut off; null if nothing
 */
public record CountsReport(
    long shots, NoiseReport noise, Map<String, Register> registers, Truncation truncation) {

  /**
   * One classical register.
   *
   * @param width number of bits
   * @param counts how many shots gave each printed bitstring, ascending
   */
  public record Register(int width, Map<String, Long> counts) {}

  /**
   * What a matrix product state with a largest bond left out.
   *
   * @param discardedWeight part of the squared norm
   * @param errorBound no event's probability is off by more
   */
  public record Truncation(double discardedWeight, double errorBound) {
    /** The report on an approximation; null if it is exact. */
    public static Truncation of(Approximation approximation) {
      return approximation.equals(Approximation.EXACT)
          ? null
          : new Truncation(approximation.discardedWeight(), approximation.errorBound());
    }

    String text() {
      return String.format(
          Locale.ROOT,
          "cut off at --max-bond: weight %.3g; no probability is off by more than %.3g\n",
          discardedWeight,
          errorBound);
    }
  }

  /** The report on one row of a job. */
  public static CountsReport of(
      long shots,
      Map<String, Counts> row,
      Approximation approximation,
      Optional<NoiseReport> noise) {
    Map<String, Register> registers = new LinkedHashMap<>();
    row.forEach(
        (name, counts) -> {
          Map<String, Long> printed = new LinkedHashMap<>();
          for (Map.Entry<BitString, Long> entry : counts.toMap().entrySet()) {
            printed.put(entry.getKey().toString(), entry.getValue());
          }
          registers.put(name, new Register(counts.width(), printed));
        });
    return new CountsReport(shots, noise.orElse(null), registers, Truncation.of(approximation));
  }

  /** The report for people: bitstring and count, one a line, under the name of their register. */
  public String text() {
    StringBuilder text = new StringBuilder();
    if (noise != null) {
      noise
          .lines()
          .forEach(row -> text.append(String.format("%-14s %s\n", row.name(), row.value())));
    }
    registers.forEach(
        (name, register) -> {
          text.append(name).append('[').append(register.width()).append("], ");
          text.append(shots).append(" shots\n");
          register
              .counts()
              .forEach((bits, count) -> text.append(bits).append("  ").append(count).append('\n'));
        });
    if (truncation != null) {
      text.append(truncation.text());
    }
    return text.toString();
  }
}
