package io.qhyper.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SpsaGainsTest {

  @Test
  void followsSpallsFormula() {
    final SpsaGains gains = SpsaGains.of(0.16, 0.2, 10);
    for (long k : new long[] {0, 1, 7, 1000}) {
      assertThat(gains.step(k))
          .isCloseTo(0.16 * Math.exp(-0.602 * Math.log(k + 11.0)), within(1e-15));
      assertThat(gains.perturbation(k))
          .isCloseTo(0.2 * Math.exp(-0.101 * Math.log(k + 1.0)), within(1e-15));
    }
  }

  @Test
  void takesOtherExponents() {
    final SpsaGains gains = new SpsaGains(1, 1, 0, 1, 0.5);
    assertThat(gains.step(3)).isEqualTo(0.25);
    assertThat(gains.perturbation(3)).isEqualTo(0.5);
  }

  @Test
  void scalesTheFirstChangeToTheGradient() {
    final SpsaGains gains = SpsaGains.forFirstChange(0.1, 2.5, 0.2, 300);
    assertThat(gains.step(0) * 2.5).isCloseTo(0.1, within(1e-15));
    assertThat(gains.stability()).isCloseTo(30, within(1e-13));
  }

  @Test
  void refusesValuesOutsideTheirRanges() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SpsaGains.of(0, 0.1, 0))
        .withMessageStartingWith("a must be positive");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SpsaGains.of(1, Double.NaN, 0))
        .withMessageStartingWith("c must be positive");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SpsaGains.of(1, 1, -1))
        .withMessageStartingWith("stability must");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SpsaGains.of(1, 1, 0).step(-1))
        .withMessageContaining("-1");
  }
}
