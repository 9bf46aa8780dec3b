package io.qhyper.report.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.qhyper.page.Chart;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StudyFigureTest {
  private static StudyRow row(String study, String quantity, String column, double x, double y) {
    return new StudyRow(
        Map.of("study", study, "quantity", quantity, column, "" + x, "value", "" + y));
  }

  private static Chart chart(List<StudyRow> rows) {
    StudyFigure figure =
        StudyFigures.ALL.stream()
            .filter(one -> rows.stream().allMatch(one::shows))
            .findFirst()
            .orElseThrow();
    return figure.section("f", rows).chart();
  }

  @Test
  void successesBecomeProportionsWithWilsonIntervals() {
    List<StudyRow> rows =
        IntStream.range(0, 10)
            .mapToObj(i -> row("depth", "success", "layers", 2, i < 3 ? 1 : 0))
            .toList();

    double[] point = chart(rows).series().get(0).points()[0];

    // 3 of 10: the interval of Wilson's formula, computed by hand
    assertThat(point[1]).isCloseTo(0.3, within(1e-12));
    assertThat(point[3]).isCloseTo(0.1078, within(5e-5));
    assertThat(point[4]).isCloseTo(0.6032, within(5e-5));
  }

  @Test
  void errorsThatFallAsTheyShouldLieOnTheDashedLine() {
    List<StudyRow> rows =
        IntStream.of(16, 64, 256)
            .mapToObj(s -> row("shots", "gradient_error", "shots", s, 3 / Math.sqrt(s)))
            .toList();

    Chart chart = chart(rows);

    assertThat(chart.x().log()).isTrue();
    assertThat(chart.y().log()).isTrue();
    Chart.Series line = chart.series().get(1);
    assertThat(line.style()).isEqualTo(Chart.Style.REFERENCE);
    for (int i = 0; i < 3; i++) {
      assertThat(line.points()[i][1])
          .isCloseTo(chart.series().get(0).points()[i][1], within(1e-12));
    }
  }

  @Test
  void seedsBecomeMeansWithStandardErrors() {
    List<StudyRow> rows =
        List.of(
            row("noise", "final_loss", "noise_scale", 1, 0.30),
            row("noise", "final_loss", "noise_scale", 1, 0.34));

    double[] point = chart(rows).series().get(0).points()[0];

    assertThat(point[1]).isCloseTo(0.32, within(1e-12));
    assertThat(point[2]).isCloseTo(0.02, within(1e-12));
  }
}
