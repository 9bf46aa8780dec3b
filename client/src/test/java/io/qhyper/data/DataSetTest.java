package io.qhyper.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DataSetTest {
  private static final List<String> NAMES = List.of("a", "b");
  private static final DataSet DATA =
      DataSet.of(
          Features.of(NAMES, new double[] {1, 2, 3, 4, 1, 2, 1, 2, 2, 1}),
          new int[] {7, 3, 7, 5, 7});

  @Test
  void mergesRowsEqualInFeaturesAndLabel() {
    WeightedDataSet merged = DATA.merged();

    assertThat(merged.examples())
        .isEqualTo(
            DataSet.of(
                Features.of(NAMES, new double[] {1, 2, 3, 4, 1, 2, 2, 1}), new int[] {7, 3, 5, 7}));
    assertThat(merged.size()).isEqualTo(4);
    assertThat(merged.weight(0)).isEqualTo(2);
    assertThat(merged.weight(1) + merged.weight(2) + merged.weight(3)).isEqualTo(3);
  }

  @Test
  void doesNotShareItsArrays() {
    double[] values = {1, 2};
    int[] labels = {1};
    DataSet data = DataSet.of(Features.of(NAMES, values), labels);

    values[0] = 9;
    labels[0] = 9;
    data.features().row(0)[1] = 9;

    assertThat(data.features().row(0)).containsExactly(1, 2);
    assertThat(data.label(0)).isEqualTo(1);
  }

  @Test
  void refusesValuesThatAreNotFinite() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Features.of(NAMES, new double[] {1, 2, 3, Double.NaN}))
        .withMessage("feature b of row 1 must be finite, got NaN");
  }

  @Test
  void refusesShapesThatDoNotFit() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Features.of(NAMES, new double[3]))
        .withMessageContaining("3 values")
        .withMessageContaining("2 features");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DataSet.of(Features.of(NAMES, new double[4]), new int[1]))
        .withMessageContaining("1 labels for 2 rows");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DataSet.of(Features.of(NAMES, new double[2]), new int[] {-1}))
        .withMessageContaining("label of row 0")
        .withMessageContaining("-1");
  }

  @Test
  void refusesATestSetWithOtherFeatures() {
    DataSet other = DataSet.of(Features.of(List.of("a", "c"), new double[2]), new int[1]);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TrainTest(DATA, Optional.of(other)))
        .withMessageContaining("[a, b], got [a, c]");
  }
}
