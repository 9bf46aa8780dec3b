package io.qhyper.report.page;

import io.qhyper.bnn.LossTable;
import io.qhyper.page.Chart;
import io.qhyper.page.Chart.Axis;
import io.qhyper.page.Chart.Series;
import io.qhyper.page.Chart.Style;
import io.qhyper.shots.Counts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How often which losses were sampled, beside how many networks have them. */
final class LossHistogram {
  private static final int BINS = 40;

  private final double low;
  private final double high;

  private LossHistogram(double low, double high) {
    this.low = low;
    this.high = high;
  }

  /**
   * The chart.
   *
   * @param losses of the distinct networks of the sample, in its order
   */
  static Chart of(Counts sample, double[] losses, Optional<LossTable> landscape) {
    double[] all = landscape.map(LossTable::toArray).orElse(losses);
    LossHistogram histogram =
        new LossHistogram(Arrays.stream(all).min().orElse(0), Arrays.stream(all).max().orElse(1));
    long[] weights = new long[losses.length];
    Arrays.setAll(weights, sample::count);
    long[] ones = new long[all.length];
    Arrays.fill(ones, 1);
    double[][] sampled = histogram.shares(losses, weights);
    List<Series> series = new ArrayList<>();
    series.add(new Series("sampled networks", Style.BARS, sampled));
    if (landscape.isPresent()) {
      series.add(new Series("all networks", Style.BARS, histogram.shares(all, ones)));
    }
    return new Chart(
        String.format(
            Locale.ROOT,
            "%.1f %% of %,d sampled networks are in the lowest of %d bins, from loss %.4g to %.4g.",
            sampled[0][1],
            sample.shots(),
            BINS,
            histogram.edge(0),
            histogram.edge(1)),
        Axis.of("loss", histogram.names()),
        Axis.linear("share (%)"),
        series);
  }

  private double edge(int bin) {
    return low + (high - low) * bin / BINS;
  }

  private List<String> names() {
    List<String> names = new ArrayList<>();
    for (int bin = 0; bin < BINS; bin++) {
      names.add(String.format(Locale.ROOT, "%.4f", (edge(bin) + edge(bin + 1)) / 2));
    }
    return names;
  }

  /** The share of each bin in percent. */
  private double[][] shares(double[] losses, long[] weights) {
    double[][] shares = new double[BINS][];
    Arrays.setAll(shares, bin -> new double[] {bin, 0});
    double total = Arrays.stream(weights).sum();
    for (int i = 0; i < losses.length; i++) {
      int bin = high > low ? (int) ((losses[i] - low) / (high - low) * BINS) : 0;
      shares[Math.max(0, Math.min(bin, BINS - 1))][1] += 100 * weights[i] / total;
    }
    return shares;
  }
}
