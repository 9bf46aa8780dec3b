package io.qhyper.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qhyper.testing.HeavyHex;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TargetTest {
  private static final OptionalDouble UNKNOWN = OptionalDouble.empty();

  @Test
  void countsFaultsPerGateAndPlace() {
    GateFacts broken = new GateFacts(OptionalDouble.of(1), UNKNOWN, true);
    Target target = HeavyHex.with(HeavyHex.heron(1, 2, 5), "rzz", List.of(0, 1), broken);
    Target off = HeavyHex.with(target, "cz", List.of(1, 2), new GateFacts(UNKNOWN, UNKNOWN, false));

    assertThat(target.isUsable("rzz", List.of(0, 1))).isFalse();
    assertThat(target.isUsable("rzz", List.of(1, 0))).isTrue();
    assertThat(target.isUsable("cz", List.of(0, 1))).isTrue();
    assertThat(off.isUsable("cz", List.of(1, 2))).isFalse();
    assertThat(off.isUsable("cz", List.of(0, 4))).isFalse();
  }

  @Test
  void takesReadoutErrorsOfAboutOneHalfForFaults() {
    assertThat(qubit(UNKNOWN, UNKNOWN, OptionalDouble.of(0.497)).isReadable()).isFalse();
    assertThat(qubit(UNKNOWN, UNKNOWN, OptionalDouble.of(0.17)).isReadable()).isTrue();
    assertThat(TargetQubit.UNKNOWN.isReadable()).isTrue();
  }

  @Test
  void refusesNumbersThatNoDeviceHas() {
    assertThatThrownBy(() -> new GateFacts(OptionalDouble.of(Double.NaN), UNKNOWN, true))
        .hasMessage("gate error must be in 0..1, got NaN");
    assertThatThrownBy(() -> new GateFacts(UNKNOWN, OptionalDouble.of(-1e-9), true))
        .hasMessageContaining("gate length", "-1.0E-9");
    assertThatThrownBy(
            () ->
                new Target(
                    "d",
                    "1",
                    List.of(TargetQubit.UNKNOWN),
                    Map.of("cz", Map.of(List.of(0, 1), GateFacts.UNKNOWN)),
                    Set.of(),
                    UNKNOWN))
        .hasMessageContaining("gate cz names qubit 1, the device has 0..0");
  }

  private static TargetQubit qubit(OptionalDouble t1, OptionalDouble t2, OptionalDouble readout) {
    return new TargetQubit(t1, t2, readout, UNKNOWN, UNKNOWN, UNKNOWN, true);
  }
}
