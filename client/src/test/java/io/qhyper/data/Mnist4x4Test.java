package io.qhyper.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Mnist4x4Test {
  @Test
  void holdsTheZerosAndOnesOfTheReference() {
    TrainTest data = Mnist4x4.bundled(0, 1);

    assertThat(data.train().size()).isEqualTo(12_665);
    assertThat(data.train().merged().size()).isEqualTo(7_208);
    assertThat(data.test().orElseThrow().size()).isEqualTo(2_115);
    assertThat(data.train().features().names()).startsWith("p00", "p01").endsWith("p33");
    // the second image of MNIST is a 0, so it is the first of this pair
    assertThat(data.train().label(0)).isZero();
    assertThat(data.train().features().value(0, 5)).isEqualTo(238 / 255.0);
  }

  @Test
  void givesLabelOneToTheSecondDigit() {
    DataSet ascending = Mnist4x4.bundled(3, 7).train();
    DataSet descending = Mnist4x4.bundled(7, 3).train();

    assertThat(ascending.size()).isEqualTo(12_396);
    assertThat(ascending.merged().size()).isEqualTo(10_546);
    assertThat(descending.features()).isEqualTo(ascending.features());
    assertThat(descending.count(0)).isEqualTo(ascending.count(1)).isEqualTo(6_265);
  }

  @ParameterizedTest
  @CsvSource({"3, 3", "-1, 2", "0, 10"})
  void refusesWhatAreNotTwoDigits(int zero, int one) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Mnist4x4.bundled(zero, one))
        .withMessageContaining("two different numbers in 0..9, got " + zero + "," + one);
  }
}
