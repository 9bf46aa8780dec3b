package io.qhyper.page;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.List;
import java.util.Locale;

/**
 * Series of points over common axes.
 *
 * @param summary the chart in one or two sentences, for those who do not see it
 * @param zoom whether the x axis can be narrowed
 */
public record Chart(String summary, Axis x, Axis y, List<Series> series, boolean zoom) {
  public Chart {
    series = List.copyOf(series);
  }

  /** A chart that always shows its whole x axis. */
  public Chart(String summary, Axis x, Axis y, List<Series> series) {
    this(summary, x, y, series, false);
  }

  /** The same with an x axis that can be narrowed. */
  public Chart zoomable() {
    return new Chart(summary, x, y, series, true);
  }

  /**
   * An axis.
   *
   * @param label with the unit
   * @param log whether it is logarithmic
   * @param categories names in place of numbers, or null; x values are then positions among them
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Axis(String label, boolean log, List<String> categories) {
    /** A linear axis. */
    public static Axis linear(String label) {
      return new Axis(label, false, null);
    }

    /** A logarithmic axis. */
    public static Axis logarithmic(String label) {
      return new Axis(label, true, null);
    }

    /** An axis of names. */
    public static Axis of(String label, List<String> categories) {
      return new Axis(label, false, List.copyOf(categories));
    }
  }

  /** How a series is drawn. */
  public enum Style {
    LINE,
    /** A dashed line: something to compare with, and no measurement. */
    REFERENCE,
    POINTS,
    BARS;

    @Override
    @JsonValue
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Points of one name.
   *
   * @param points {@code [x, y]}, {@code [x, y, standard error]} or {@code [x, y, standard error,
   *     low, high]} with the ends of an interval that is not symmetric
   */
  @SuppressWarnings("ArrayRecordComponent") // written out once, never compared
  public record Series(
      String name, Style style, @JsonSerialize(using = PointsSerializer.class) double[][] points) {}
}
