package io.qhyper.report;

import io.qhyper.circuit.ClassicalRegister;
import io.qhyper.report.CountsReport.Truncation;
import io.qhyper.sim.Marginals;
import io.qhyper.sim.RegisterOutcomes;
import io.qhyper.sim.SimulatedProgram;
import io.qhyper.sim.TopOutcomes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

/**
 * What {@code run --top --json} and {@code run --marginals --json} print: exact probabilities.
 *
 * @param engine the engine that computed them
 * @param registers every classical register, in the order of declaration
 * @param truncation what the simulator cut off; null if nothing
 */
public record OutcomesReport(
    String engine, Map<String, Register> registers, Truncation truncation) {
  private static final int PAIRS = 10;

  /**
   * One classical register.
   *
   * @param width number of bits
   * @param top the most probable values, null if not asked for
   * @param unseen no other value is more probable than this, likewise
   * @param proven whether {@code top} is proven to hold the most probable values, likewise
   * @param ones P(bit b is 1) at position b, null if not asked for
   * @param both P(bits a and b are 1) at position b of row a, likewise
   */
  @SuppressWarnings("ArrayRecordComponent") // tables of numbers, never compared
  public record Register(
      int width, List<Value> top, Double unseen, Boolean proven, double[] ones, double[][] both) {}

  /** A printed value and its probability. */
  public record Value(String bits, double probability) {}

  /** What of the distributions to report. */
  public enum Part {
    MARGINALS,
    NO_MARGINALS
  }

  /**
   * The report on one row of a program.
   *
   * @param top how many values to list; empty lists none
   */
  public static OutcomesReport of(
      SimulatedProgram program, double[] row, OptionalInt top, Part marginals) {
    Map<String, Register> registers = new LinkedHashMap<>();
    for (ClassicalRegister register : program.registers()) {
      RegisterOutcomes outcomes = program.outcomes(register.name(), row);
      TopOutcomes best = top.isPresent() ? outcomes.top(top.getAsInt()) : null;
      Marginals pairs = marginals == Part.MARGINALS ? outcomes.marginals() : null;
      registers.put(
          register.name(),
          new Register(
              register.width(),
              best == null ? null : best.outcomes().stream().map(OutcomesReport::value).toList(),
              best == null ? null : best.unseen(),
              best == null ? null : best.isProven(),
              pairs == null ? null : pairs.ones(),
              pairs == null ? null : pairs.both()));
    }
    return new OutcomesReport(
        program.choice().engine().toString(), registers, Truncation.of(program.approximation(row)));
  }

  private static Value value(TopOutcomes.Outcome outcome) {
    return new Value(outcome.bits().toString(), outcome.probability());
  }

  /** The report for people. */
  public String text() {
    StringBuilder text = new StringBuilder();
    registers.forEach((name, register) -> append(text, name, register));
    if (truncation != null) {
      text.append(truncation.text());
    }
    return text.toString();
  }

  private void append(StringBuilder text, String name, Register register) {
    String how = truncation == null ? "exact" : "approximate";
    text.append(name).append('[').append(register.width()).append("], ");
    text.append(how).append(" probabilities by engine ").append(engine).append('\n');
    if (register.top() != null) {
      register
          .top()
          .forEach(value -> text.append(line("%s  %.9g", value.bits(), value.probability())));
      text.append(
          register.proven()
              ? line("no other is more probable than %.3g", register.unseen())
              : line(
                  "the best found; the distribution is so flat that another may have up to %.3g",
                  register.unseen()));
    }
    if (register.ones() != null) {
      for (int bit = 0; bit < register.width(); bit++) {
        text.append(line("P(%s[%d] = 1)  %.9f", name, bit, register.ones()[bit]));
      }
      strongest(new Marginals(register.ones(), register.both()))
          .forEach(
              pair ->
                  text.append(
                      line(
                          "Cov(%s[%d], %s[%d])  %+.9f",
                          name, pair.low(), name, pair.high(), pair.covariance())));
    }
  }

  private static String line(String format, Object... values) {
    return String.format(Locale.ROOT, format, values) + "\n";
  }

  private record Pair(int low, int high, double covariance) {}

  private static List<Pair> strongest(Marginals marginals) {
    List<Pair> pairs = new ArrayList<>();
    for (int low = 0; low < marginals.ones().length; low++) {
      for (int high = low + 1; high < marginals.ones().length; high++) {
        pairs.add(new Pair(low, high, marginals.covariance(low, high)));
      }
    }
    pairs.sort(Comparator.comparingDouble(pair -> -Math.abs(pair.covariance())));
    return pairs.subList(0, Math.min(PAIRS, pairs.size()));
  }
}
