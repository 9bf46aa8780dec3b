package io.qhyper.shots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CountsTest {
  private final Random random = new Random(20261123);

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 17, 63, 64, 65, 127, 128, 156, 200})
  void agreesWithAPlainMapOverRandomShots(int width) {
    List<BitString> pool = pool(width, 40);
    List<BitString> shots = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      shots.add(pool.get(random.nextInt(pool.size())));
    }

    ShotRecord record = record(width, shots);
    Counts counts = record.counts();

    Map<BitString, Long> expected = new TreeMap<>();
    shots.forEach(bits -> expected.merge(bits, 1L, Long::sum));
    assertThat(counts.toMap()).containsExactlyEntriesOf(expected);
    assertThat(counts.shots()).isEqualTo(500);
    assertThat(counts.distinct()).isEqualTo(expected.size());
    assertThat(counts.width()).isEqualTo(width);
    expected.forEach((bits, count) -> assertThat(counts.count(bits)).isEqualTo(count));
    for (int entry = 0; entry < counts.distinct(); entry++) {
      assertThat(counts.count(entry)).isEqualTo(expected.get(counts.bits(entry)));
      for (int i = 0; i < BitString.wordsFor(width); i++) {
        assertThat(counts.word(entry, i)).isEqualTo(counts.bits(entry).word(i));
      }
    }
    assertThat(Counts.of(width, expected)).isEqualTo(counts).hasSameHashCodeAs(counts);
  }

  @ParameterizedTest
  @ValueSource(ints = {17, 65, 156})
  void countsNothingForWhatWasNotMeasured(int width) {
    Counts counts = record(width, pool(width, 10)).counts();
    BitString absent = BitString.parse("1".repeat(width));
    assertThat(counts.count(absent)).isZero();
    assertThat(counts.count(BitString.parse("0".repeat(width + 1)))).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 64, 65})
  void keepsShotsInOrder(int width) {
    List<BitString> shots = pool(width, 30);
    ShotRecord record = record(width, shots);
    record.counts();
    assertThat(record.shots()).isEqualTo(30);
    assertThat(record.width()).isEqualTo(width);
    for (int shot = 0; shot < 30; shot++) {
      assertThat(record.get(shot)).isEqualTo(shots.get(shot));
    }
  }

  @Test
  void canBeEmpty() {
    Counts counts = new ShotRecord(70, new long[0]).counts();
    assertThat(counts.shots()).isZero();
    assertThat(counts.distinct()).isZero();
    assertThat(counts.count(BitString.parse("0".repeat(70)))).isZero();
    assertThat(counts).isEqualTo(Counts.of(70, Map.of()));
  }

  @Test
  void printsItsEntriesInOrder() {
    Counts counts = Counts.of(2, Map.of(BitString.parse("10"), 7L, BitString.parse("01"), 3L));
    assertThat(counts).hasToString("{01=3, 10=7}");
    assertThat(counts).isNotEqualTo(Counts.of(2, Map.of(BitString.parse("10"), 7L)));
  }

  @Test
  void refusesEntriesThatAreNoCounts() {
    BitString two = BitString.parse("10");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Counts.of(3, Map.of(two, 1L)))
        .withMessageContaining("width 3");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Counts.of(2, Map.of(two, 0L)))
        .withMessageContaining("10=0");
    assertThatIllegalArgumentException().isThrownBy(() -> Counts.of(0, Map.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ShotRecord(65, new long[3]))
        .withMessageContaining("3 words");
    assertThatIllegalArgumentException().isThrownBy(() -> new ShotRecord(0, new long[0]));
  }

  private List<BitString> pool(int width, int size) {
    List<BitString> pool = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      // Never all ones, so that tests know a string that is absent.
      pool.add(BitString.parse(RandomBits.text(random, width).substring(1) + "0"));
    }
    return pool;
  }

  private static ShotRecord record(int width, List<BitString> shots) {
    int stride = BitString.wordsFor(width);
    long[] words = new long[shots.size() * stride];
    for (int i = 0; i < words.length; i++) {
      words[i] = shots.get(i / stride).word(i % stride);
    }
    return new ShotRecord(width, words);
  }
}
