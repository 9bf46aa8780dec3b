package io.qhyper.report;

import io.qhyper.shots.BitString;
import io.qhyper.shots.Counts;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code run --json} prints.
 *
 * @param shots how often the program was run
 * @param noise what disturbed the program; null if nothing did
 * @param registers the counts of every classical register, in the order of declaration
 */
public record CountsReport(long shots, NoiseReport noise, Map<String, Register> registers) {

  /**
   * One classical register.
   *
   * @param width number of bits
   * @param counts how many shots gave each printed bitstring, ascending
   */
  public record Register(int width, Map<String, Long> counts) {}

  /** The report on one row of a job. */
  public static CountsReport of(long shots, Map<String, Counts> row, Optional<NoiseReport> noise) {
    Map<String, Register> registers = new LinkedHashMap<>();
    row.forEach(
        (name, counts) -> {
          Map<String, Long> printed = new LinkedHashMap<>();
          for (Map.Entry<BitString, Long> entry : counts.toMap().entrySet()) {
            printed.put(entry.getKey().toString(), entry.getValue());
          }
          registers.put(name, new Register(counts.width(), printed));
        });
    return new CountsReport(shots, noise.orElse(null), registers);
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
    return text.toString();
  }
}
