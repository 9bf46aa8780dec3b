package io.qhyper.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class JsonTest {
  private record Best(double expectedLoss, List<Integer> bitsSet, String testAccuracy) {}

  @Test
  void writesSnakeCaseInTheOrderOfTheRecord() {
    assertThat(Json.text(new Best(0.1, List.of(1, 2), null)))
        .isEqualTo(
            """
            {
              "expected_loss" : 0.1,
              "bits_set" : [ 1, 2 ],
              "test_accuracy" : null
            }
            """);
  }
}
