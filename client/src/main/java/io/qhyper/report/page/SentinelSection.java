package io.qhyper.report.page;

import io.qhyper.bnn.LossCache;
import io.qhyper.bnn.Problem;
import io.qhyper.hybrid.LossEstimate;
import io.qhyper.page.Chart;
import io.qhyper.page.Chart.Axis;
import io.qhyper.page.Chart.Series;
import io.qhyper.page.Chart.Style;
import io.qhyper.page.Section;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Whether the device changed during a run: the loss of a circuit that did not. */
final class SentinelSection {
  private SentinelSection() {}

  static Section of(RunRecord run, Problem problem) {
    LossCache losses = new LossCache(problem, 1);
    List<LossEstimate> estimates =
        run.sentinel().stream().map(c -> LossEstimate.of(c, losses.losses(c))).toList();
    double[][] points =
        IntStream.range(0, estimates.size())
            .mapToObj(
                i ->
                    new double[] {i + 1, estimates.get(i).mean(), estimates.get(i).standardError()})
            .toArray(double[][]::new);
    double first = estimates.get(0).mean();
    Series reference =
        new Series("first", Style.REFERENCE, new double[][] {{1, first}, {points.length, first}});
    return Section.of(
        "sentinel",
        "Sentinel",
        "E of one fixed circuit, measured again and again beside the steps: it changes only if the"
            + " device does. 'runs show' tells how far each measurement is from the first.",
        new Chart(
            String.format(
                Locale.ROOT,
                "The loss of the fixed circuit is %.6f at first and %.6f at last, in %d"
                    + " measurements.",
                first,
                points[points.length - 1][1],
                points.length),
            Axis.linear("measurement"),
            Axis.linear("loss"),
            List.of(new Series("sentinel", Style.POINTS, points), reference)));
  }
}
