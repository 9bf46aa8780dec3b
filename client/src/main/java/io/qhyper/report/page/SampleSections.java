package io.qhyper.report.page;

import io.qhyper.bnn.Problem;
import io.qhyper.drawing.NetworkDrawing;
import io.qhyper.page.Chart;
import io.qhyper.page.Chart.Axis;
import io.qhyper.page.Chart.Series;
import io.qhyper.page.Chart.Style;
import io.qhyper.page.Section;
import io.qhyper.shots.BitString;
import io.qhyper.shots.Counts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** What the circuit emits: losses, networks, bits. */
final class SampleSections {
  private static final int MOST_NETWORKS = 6;

  private final RunRecord run;
  private final RunSetting setting;

  SampleSections(RunRecord run, RunSetting setting) {
    this.run = run;
    this.setting = setting;
  }

  List<Section> all() {
    List<Section> sections = new ArrayList<>();
    Optional<Problem> problem = setting.problem();
    if (problem.isPresent()) {
      run.sample().ifPresent(sample -> sections.add(losses(problem.get(), sample)));
      networks(problem.get()).ifPresent(sections::addAll);
    }
    run.sample().ifPresent(sample -> sections.add(marginals(sample)));
    return sections;
  }

  private Section losses(Problem problem, Counts sample) {
    double[] losses = problem.losses(sample.toMap().keySet(), 1);
    boolean enumerated = setting.landscape().isPresent();
    return Section.of(
        "distribution",
        "Losses of sampled networks",
        String.format(
            Locale.ROOT,
            "%,d shots at the %s angles%s.",
            sample.shots(),
            run.told().map(told -> told.isConfirmation()).orElse(false) ? "recommended" : "last",
            enumerated ? ", beside all networks of the problem" : ""),
        LossHistogram.of(sample, losses, setting.landscape()));
  }

  /** A network, its loss and how often it was drawn. */
  private record Ranked(BitString bits, double loss, long count) {}

  private Optional<List<Section>> networks(Problem problem) {
    Map<BitString, Long> seen = new TreeMap<>();
    run.network().ifPresent(bits -> seen.put(BitString.parse(bits), 0L));
    run.sample().ifPresent(sample -> seen.putAll(sample.toMap()));
    if (seen.isEmpty()) {
      return Optional.empty();
    }
    List<BitString> bits = List.copyOf(seen.keySet());
    double[] losses = problem.losses(bits, 1);
    List<Ranked> best =
        IntStream.range(0, losses.length)
            .mapToObj(i -> new Ranked(bits.get(i), losses[i], seen.get(bits.get(i))))
            .sorted(Comparator.comparingDouble(Ranked::loss).thenComparing(Ranked::bits))
            .limit(MOST_NETWORKS)
            .toList();
    List<Section> sections = new ArrayList<>();
    List<Section.Drawing> drawings = drawings(problem, best);
    if (!drawings.isEmpty()) {
      sections.add(
          Section.of(
              "networks",
              "Best networks drawn",
              problem.trainingSet().features().dimension() == 2
                  ? "Where each network says class 0 and class 1, with the training points."
                  : "The weight of each pixel; a higher output means class 1.",
              drawings));
    }
    sections.add(table(problem, best));
    return Optional.of(sections);
  }

  private static List<Section.Drawing> drawings(Problem problem, List<Ranked> best) {
    List<Section.Drawing> drawings = new ArrayList<>();
    for (Ranked network : best) {
      String title =
          String.format(Locale.ROOT, "network %s, loss %.6f", network.bits(), network.loss());
      NetworkDrawing.of(problem.decode(network.bits()), title, problem.trainingSet())
          .ifPresent(svg -> drawings.add(new Section.Drawing(svg, title)));
    }
    return drawings;
  }

  private Section table(Problem problem, List<Ranked> best) {
    long shots = run.sample().map(Counts::shots).orElse(0L);
    List<List<Object>> rows = new ArrayList<>();
    for (Ranked network : best) {
      var test = problem.testAccuracy(network.bits());
      rows.add(
          Arrays.asList(
              network.bits().toString(),
              network.loss(),
              shots == 0 ? null : 100.0 * network.count() / shots,
              100 * problem.trainAccuracy(network.bits()),
              test.isPresent() ? 100 * test.getAsDouble() : null));
    }
    return Section.of(
        "best",
        "Best networks",
        "The lowest losses among the sampled networks.",
        new Section.Table(
            List.of("bits", "loss", "sampled (%)", "train accuracy (%)", "test accuracy (%)"),
            rows));
  }

  private Section marginals(Counts sample) {
    int width = sample.width();
    double[][] points = new double[width][];
    for (int position = 0; position < width; position++) {
      long ones = 0;
      for (int entry = 0; entry < sample.distinct(); entry++) {
        ones += sample.bits(entry).printed(position) ? sample.count(entry) : 0;
      }
      double p = (double) ones / sample.shots();
      points[position] = new double[] {position, p, Math.sqrt(p * (1 - p) / sample.shots())};
    }
    List<Series> series = new ArrayList<>();
    series.add(new Series("P(bit = 1)", Style.POINTS, points));
    run.network()
        .map(BitString::parse)
        .filter(bits -> bits.width() == width)
        .ifPresent(
            bits ->
                series.add(
                    new Series(
                        "best network",
                        Style.POINTS,
                        IntStream.range(0, width)
                            .mapToObj(i -> new double[] {i, bits.printed(i) ? 1 : 0})
                            .toArray(double[][]::new))));
    long decided = Arrays.stream(points).filter(p -> p[1] < 0.1 || p[1] > 0.9).count();
    String summary =
        "Probability of 1 for each of %d bits; %d of them are below 0.1 or above 0.9."
            .formatted(width, decided);
    List<String> names =
        setting
            .problem()
            .map(Problem::layout)
            .orElseGet(() -> IntStream.range(0, width).mapToObj(i -> "bit " + i).toList());
    return Section.of(
        "marginals",
        "Bits",
        "How often each bit was 1, in the order in which networks are printed.",
        new Chart(summary, Axis.of("bit", names), Axis.linear("probability"), series));
  }
}
