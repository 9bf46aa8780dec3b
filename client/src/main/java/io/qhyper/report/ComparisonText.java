package io.qhyper.report;

import io.qhyper.compare.MeasuredDistance;
import io.qhyper.compare.NoiseScaleFit;
import io.qhyper.compare.Provenance;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** A comparison for people: each number beside what chance alone would show. */
public final class ComparisonText {
  private static final double LEVEL = 0.05;
  private static final double MOSTLY_NEW = 0.5;
  private static final int SHOWN = 3;

  private ComparisonText() {}

  /** The text; ends with a line break. */
  public static String of(ComparisonReport report) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < report.samples().size(); i++) {
      sample(text, ComparisonReport.letter(i), report.samples().get(i));
    }
    int pair = 0;
    for (int first = 0; first < report.samples().size(); first++) {
      for (int second = first + 1; second < report.samples().size(); second++) {
        text.append(
            "\n%s and %s\n"
                .formatted(ComparisonReport.letter(first), ComparisonReport.letter(second)));
        pair(text, report.pairs().get(pair++));
      }
    }
    return text.toString();
  }

  private static void sample(StringBuilder text, String letter, ComparisonReport.Sample sample) {
    line(text, letter, sample.name());
    String loss =
        sample.loss() == null
            ? ""
            : format(", E = %.6f ± %.6f", sample.loss(), sample.standardError());
    line(text, "", "%s, %,d shots%s".formatted(sample.backend(), sample.shots(), loss));
    if (sample.mitigation() != null) {
      line(text, "", "counts and E as read; the run corrects its losses: " + sample.mitigation());
    }
    for (PairReport.Agreement gradient : sample.gradients()) {
      line(text, "", "gradient against the exact one, " + agreement(gradient));
    }
    if (sample.noise() != null) {
      noise(text, sample.noise());
    }
  }

  private static void noise(StringBuilder text, NoiseScaleFit fit) {
    line(
        text,
        "",
        format("noise model matches best at scale %.3f ± %.3f; ", fit.scale(), fit.standardError())
            + (fit.same().combined() <= LEVEL
                ? format("even there it is told apart (p = %.3g)", fit.same().combined())
                : format("there it cannot be told apart (p = %.3g)", fit.same().combined())));
  }

  private static void pair(StringBuilder text, PairReport pair) {
    for (Provenance.Difference difference : pair.differences()) {
      line(
          text,
          "differs",
          "%s: %s, %s".formatted(difference.what(), difference.first(), difference.second()));
    }
    line(text, "total variation", distance(pair.totalVariation()));
    line(text, "Hellinger", distance(pair.hellinger()));
    line(text, "same source", verdict(pair));
    if (pair.seenOnce() > MOSTLY_NEW) {
      line(
          text,
          "",
          format(
              "%.0f %% of the shots are bitstrings that came once: look at the bits and pairs"
                  + " rather than at the distances",
              100 * pair.seenOnce()));
    }
    if (pair.loss() != null) {
      line(text, "loss", deviation(pair.loss()));
    }
    bits(text, pair);
    text.append(networks(pair.networks()));
    for (PairReport.Agreement gradient : pair.gradients()) {
      line(text, "gradients", agreement(gradient));
    }
  }

  private static String distance(MeasuredDistance distance) {
    return format(
            "%.4f; two samples of one source this size show %.4f, 95 %% of them less than %.4f: ",
            distance.value(), distance.chance().mean(), distance.chance().high())
        + (distance.value() > distance.chance().high() ? "more than chance" : "chance")
        + format(
            "; between the distributions behind them %.4f to %.4f (95 %%)",
            distance.interval().low(), distance.interval().high());
  }

  private static String verdict(PairReport pair) {
    double p = pair.same().combined();
    String numbers =
        format(
            "p = %.3g of %d permutations (bitstrings %.3g, bits and pairs %.3g)",
            p, pair.same().permutations(), pair.same().bitstrings(), pair.same().correlations());
    return (p <= LEVEL ? "no, told apart: " : "cannot be excluded: ") + numbers;
  }

  private static String deviation(DeviationReport deviation) {
    return format(
            "%.6f and %.6f, difference %+.6f ± %.6f",
            deviation.first(),
            deviation.second(),
            deviation.difference(),
            deviation.standardError())
        + sigmas(deviation);
  }

  private static String sigmas(DeviationReport deviation) {
    return deviation.sigmas() == null
        ? ""
        : format(" (%.1f standard errors)", Math.abs(deviation.sigmas()));
  }

  private static void bits(StringBuilder text, PairReport pair) {
    pair.marginals().stream()
        .sorted(Comparator.comparingDouble(bit -> -strength(bit.ones())))
        .limit(SHOWN)
        .forEach(bit -> line(text, "P(bit " + bit.bit() + ")", deviation(bit.ones())));
    pair.correlations().stream()
        .limit(SHOWN)
        .forEach(
            bits ->
                line(
                    text,
                    "cov(%d, %d)".formatted(bits.high(), bits.low()),
                    deviation(bits.covariance())));
  }

  private static double strength(DeviationReport deviation) {
    return deviation.sigmas() == null ? 0 : Math.abs(deviation.sigmas());
  }

  private static String networks(List<NetworkShare> networks) {
    StringBuilder text = new StringBuilder();
    for (NetworkShare network : networks) {
      line(
          text,
          text.isEmpty() ? "networks" : "",
          network.bits()
              + (network.loss() == null ? "" : format(", loss %.6f", network.loss()))
              + ": "
              + share(network.first())
              + " and "
              + share(network.second())
              + (Boolean.TRUE.equals(network.minimum())
                  ? ", the global minimum"
                      + (network.ties() > 1 ? " with its " + (network.ties() - 1) + " equals" : "")
                  : ""));
    }
    return text.toString();
  }

  private static String share(NetworkShare.Share share) {
    return format("%.4f (%.4f to %.4f)", share.probability(), share.low(), share.high());
  }

  private static String agreement(PairReport.Agreement gradient) {
    return "restart %d, step %d: ".formatted(gradient.restart(), gradient.iteration())
        + (gradient.cosine() == null
            ? "no direction, it is zero"
            : format("cosine %.3f ± %.3f", gradient.cosine(), gradient.standardError())
                + (gradient.chance() == null
                    ? ", the shot noise is as long as the gradient"
                    : format(", shot noise alone makes it %.3f", gradient.chance())));
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  private static void line(StringBuilder text, String name, String value) {
    text.append(format("%-16s %s", name, value).stripTrailing()).append('\n');
  }
}
