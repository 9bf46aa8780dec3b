package io.qhyper.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class GaussiansTest {
  private static final double[][] CENTRES = {{-1, -2}, {-2, 1}, {1, 1}, {2, -2}};

  @Test
  void hasTheSizesOfTheReferenceAndRepeatsItself() {
    TrainTest data = Gaussians.generate(11);

    assertThat(data.train().size()).isEqualTo(10_000);
    assertThat(data.test().orElseThrow().size()).isEqualTo(2_000);
    assertThat(Gaussians.generate(11)).isEqualTo(data);
    assertThat(Gaussians.generate(12).train()).isNotEqualTo(data.train());
    assertThat(data.train().features().row(0))
        .isNotEqualTo(data.test().orElseThrow().features().row(0));
  }

  @Test
  void hasTheMomentsOfTheFourGaussians() {
    DataSet train = Gaussians.generate(1).train();
    int[] counts = new int[4];
    double[][] sums = new double[4][5];
    for (int row = 0; row < train.size(); row++) {
      double[] point = train.features().row(row);
      int nearest = nearest(point);
      // centres are at least 3 apart, over nine deviations: none is mistaken
      assertThat(train.label(row)).isEqualTo(nearest == 0 ? 0 : 1);
      double dx = point[0] - CENTRES[nearest][0];
      double dy = point[1] - CENTRES[nearest][1];
      counts[nearest]++;
      double[] moments = {dx, dy, dx * dx, dy * dy, dx * dy};
      for (int i = 0; i < moments.length; i++) {
        sums[nearest][i] += moments[i];
      }
    }
    for (int centre = 0; centre < 4; centre++) {
      double p = centre == 0 ? 0.5 : 1.0 / 6;
      int n = counts[centre];
      // five standard errors each
      assertThat((double) n).isCloseTo(1e4 * p, within(5 * Math.sqrt(1e4 * p * (1 - p))));
      assertThat(sums[centre][0] / n).isCloseTo(0, within(5 * Math.sqrt(0.1 / n)));
      assertThat(sums[centre][1] / n).isCloseTo(0, within(5 * Math.sqrt(0.1 / n)));
      assertThat(sums[centre][2] / n).isCloseTo(0.1, within(5 * 0.1 * Math.sqrt(2.0 / n)));
      assertThat(sums[centre][3] / n).isCloseTo(0.1, within(5 * 0.1 * Math.sqrt(2.0 / n)));
      assertThat(sums[centre][4] / n).isCloseTo(0, within(5 * 0.1 / Math.sqrt(n)));
    }
  }

  private static int nearest(double[] point) {
    int nearest = 0;
    for (int centre = 1; centre < CENTRES.length; centre++) {
      if (distance(point, CENTRES[centre]) < distance(point, CENTRES[nearest])) {
        nearest = centre;
      }
    }
    return nearest;
  }

  private static double distance(double[] a, double[] b) {
    return Math.hypot(a[0] - b[0], a[1] - b[1]);
  }
}
