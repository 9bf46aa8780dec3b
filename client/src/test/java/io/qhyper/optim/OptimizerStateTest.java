package io.qhyper.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OptimizerStateTest {

  @Test
  void keepsItsOwnCopies() {
    final double[] values = {1, 2};
    final Map<String, double[]> vectors = new LinkedHashMap<>(Map.of("v", values));
    final OptimizerState state = new OptimizerState(3, vectors);
    values[0] = 9;
    vectors.clear();
    state.vectors().get("v")[1] = 9;
    state.vector("v")[1] = 9;
    assertThat(state.vector("v")).containsExactly(1, 2);
  }

  @Test
  void comparesByContentBitForBit() {
    final OptimizerState state = new OptimizerState(1, Map.of("v", new double[] {0.1, 0.0}));
    assertThat(state)
        .isEqualTo(new OptimizerState(1, Map.of("v", new double[] {0.1, 0.0})))
        .hasSameHashCodeAs(new OptimizerState(1, Map.of("v", new double[] {0.1, 0.0})))
        .isNotEqualTo(new OptimizerState(2, Map.of("v", new double[] {0.1, 0.0})))
        .isNotEqualTo(new OptimizerState(1, Map.of("w", new double[] {0.1, 0.0})))
        .isNotEqualTo(new OptimizerState(1, Map.of("v", new double[] {0.1, -0.0})))
        .isNotEqualTo(new OptimizerState(1, Map.of()));
  }

  @Test
  void survivesDecimalTextWithoutRounding() {
    final double[] hard = {1.0 / 3, Double.MIN_VALUE, -0.0, Double.MAX_VALUE, Math.nextUp(0.1)};
    final OptimizerState state = new OptimizerState(7, Map.of("v", hard));
    assertThat(PlainText.throughText(state)).isEqualTo(state);
  }

  @Test
  void namesAMissingVectorAndThoseItHas() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new OptimizerState(0, Map.of("velocity", new double[1])).vector("mean"))
        .withMessageContaining("'mean'")
        .withMessageContaining("velocity");
  }

  @Test
  void refusesNumbersThatAreNotFiniteAndNegativeCounts() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new OptimizerState(0, Map.of("v", new double[] {0, Double.NaN})))
        .withMessage("v[1] must be finite, but is NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new OptimizerState(-1, Map.of()))
        .withMessageContaining("-1");
  }
}
