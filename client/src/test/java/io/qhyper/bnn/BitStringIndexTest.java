package io.qhyper.bnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qhyper.shots.BitString;
import io.qhyper.shots.Counts;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BitStringIndexTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 9, 63, 64, 65, 128, 156, 200})
  void numbersLikeAMapInOrderOfArrival(int width) {
    Random random = new Random(width);
    BitStringIndex index = new BitStringIndex(width);
    Map<BitString, Integer> oracle = new HashMap<>();
    BitString[] seen = new BitString[3000];
    for (int i = 0; i < seen.length; i++) {
      boolean again = i > 0 && random.nextInt(3) == 0;
      seen[i] = again ? seen[random.nextInt(i)] : Examples.bits(random, width);
      Integer known = oracle.putIfAbsent(seen[i], oracle.size());

      assertThat(index.add(seen[i])).isEqualTo(known == null ? oracle.size() - 1 : known);
    }

    assertThat(index.size()).isEqualTo(oracle.size());
    oracle.forEach((bits, number) -> assertThat(index.get(number)).isEqualTo(bits));
  }

  @ParameterizedTest
  @ValueSource(ints = {64, 130})
  void findsEntriesOfHistograms(int width) {
    Random random = new Random(3);
    BitString first = Examples.bits(random, width);
    BitString second = Examples.bits(random, width);
    BitStringIndex index = new BitStringIndex(width);
    index.add(second);
    Counts counts = Counts.of(width, Map.of(first, 2L, second, 5L));

    for (int entry = 0; entry < 2; entry++) {
      boolean isSecond = counts.bits(entry).equals(second);
      assertThat(index.find(counts, entry)).isEqualTo(isSecond ? 0 : -1);
    }
    assertThat(index.size()).isEqualTo(1);
  }

  /** Values that differ in high bits only would meet in one place without mixing. */
  @Test
  void copesWithRegularValues() {
    BitStringIndex index = new BitStringIndex(64);
    for (int i = 0; i < 1 << 13; i++) {
      assertThat(index.add(BitString.of(64, (long) i << 50))).isEqualTo(i);
    }
  }

  @Test
  void refusesOtherWidths() {
    BitStringIndex index = new BitStringIndex(3);
    BitString wide = BitString.parse("0101");

    assertThatThrownBy(() -> index.add(wide))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("3 bits")
        .hasMessageContaining("of 4");
    assertThatThrownBy(() -> index.find(Counts.of(4, Map.of(wide, 1L)), 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
