package io.qhyper.backend.ibm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.qhyper.backend.ibm.Prices.Plan;
import java.util.Comparator;
import org.junit.jupiter.api.Test;

class PricesTest {
  @Test
  void aMinuteCostsWhatTheReferenceSays() {
    assertThat(Prices.PAY_AS_YOU_GO.dollars(60)).isCloseTo(96, within(1e-9));
    assertThat(Prices.FLEX.dollars(60)).isCloseTo(72, within(1e-9));
    assertThat(Prices.PREMIUM.dollars(60)).isCloseTo(48, within(1e-9));
    assertThat(Prices.OPEN.dollars(600)).isZero();
  }

  @Test
  void payAsYouGoIsTheDearest() {
    assertThat(Prices.PLANS.stream().max(Comparator.comparingDouble(Plan::dollarsPerSecond)))
        .hasValue(Prices.PAY_AS_YOU_GO);
  }

  @Test
  void moneyBuysTheTimeThatCostsIt() {
    for (Plan plan : Prices.PLANS.subList(1, Prices.PLANS.size())) {
      assertThat(plan.dollars(plan.seconds(17.5))).isCloseTo(17.5, within(1e-9));
    }
    assertThat(Prices.OPEN.seconds(1)).isInfinite();
  }

  @Test
  void findsPlansByName() {
    assertThat(Prices.plan("Pay-As-You-Go")).isEqualTo(Prices.PAY_AS_YOU_GO);
    assertThatThrownBy(() -> Prices.plan("gold"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'gold'")
        .hasMessageContaining("premium");
  }

  @Test
  void refusesWhatIsNoAmount() {
    assertThatThrownBy(() -> Prices.FLEX.dollars(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Prices.FLEX.seconds(-1)).isInstanceOf(IllegalArgumentException.class);
  }
}
