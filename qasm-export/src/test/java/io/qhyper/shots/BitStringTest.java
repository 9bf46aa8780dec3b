package io.qhyper.shots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BitStringTest {
  private final Random random = new Random(20261123);

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 63, 64, 65, 127, 128, 129, 156, 200})
  void printsWhatItParses(int width) {
    for (int repeat = 0; repeat < 20; repeat++) {
      String text = RandomBits.text(random, width);
      BitString bits = BitString.parse(text);
      assertThat(bits).hasToString(text);
      assertThat(bits.width()).isEqualTo(width);
      assertThat(bits.toBigInteger()).isEqualTo(new BigInteger(text, 2));
      assertThat(bits).isEqualTo(BitString.parse(text)).hasSameHashCodeAs(BitString.parse(text));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 63, 64, 65, 127, 128, 156, 200})
  void countsClassicalBitsFromTheRightAndPrintedOnesFromTheLeft(int width) {
    String text = RandomBits.text(random, width);
    BitString bits = BitString.parse(text);
    for (int k = 0; k < width; k++) {
      assertThat(bits.printed(k)).isEqualTo(text.charAt(k) == '1');
      assertThat(bits.bit(width - 1 - k)).isEqualTo(text.charAt(k) == '1');
    }
  }

  @Test
  void putsBitZeroOnTheRightOfAnAsymmetricString() {
    BitString bits = BitString.of(4, 0b0001);
    assertThat(bits).hasToString("0001");
    assertThat(bits.bit(0)).isTrue();
    assertThat(bits.bit(3)).isFalse();
    assertThat(bits.printed(0)).isFalse();
    assertThat(bits.printed(3)).isTrue();
    assertThat(bits.index()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {65, 128, 156, 200})
  void keepsASingleOneWhereverItStands(int width) {
    for (int bit = 0; bit < width; bit++) {
      BigInteger value = BigInteger.ONE.shiftLeft(bit);
      BitString bits = BitString.parse("0".repeat(width - 1 - bit) + "1" + "0".repeat(bit));
      assertThat(bits.toBigInteger()).isEqualTo(value);
      assertThat(bits.word(bit / 64)).isEqualTo(1L << bit % 64);
    }
  }

  @Test
  void hasAnIndexUpTo63Bits() {
    assertThat(BitString.parse("10100010010011001").index())
        .isEqualTo(Integer.parseInt("10100010010011001", 2));
    assertThat(BitString.parse("1".repeat(63)).index()).isEqualTo(Long.MAX_VALUE);
    BitString wide = BitString.parse("0".repeat(64));
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(wide::index)
        .withMessageContaining("64");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 63, 64, 65, 128, 156, 200})
  void ordersAsUnsignedNumbers(int width) {
    List<BitString> strings = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      strings.add(BitString.parse(RandomBits.text(random, width)));
    }
    Collections.sort(strings);
    assertThat(strings.stream().map(BitString::toBigInteger)).isSorted();
    assertThat(BitString.parse("1".repeat(width)))
        .isGreaterThan(BitString.parse("0".repeat(width)));
  }

  @Test
  void putsNarrowerStringsFirst() {
    assertThat(BitString.parse("11")).isLessThan(BitString.parse("000"));
    assertThat(BitString.parse("0")).isNotEqualTo(BitString.parse("00"));
  }

  @Test
  void refusesTextThatIsNoBitstring() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BitString.parse("0102"))
        .withMessageContaining("'2' at position 3");
    assertThatIllegalArgumentException().isThrownBy(() -> BitString.parse(""));
    assertThatIllegalArgumentException().isThrownBy(() -> BitString.parse("0 1"));
    assertThatIllegalArgumentException().isThrownBy(() -> BitString.parse("٠١"));
  }

  @Test
  void refusesWordsThatDoNotFitTheWidth() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BitString.of(3, 8))
        .withMessageContaining("beyond the width 3");
    assertThatIllegalArgumentException().isThrownBy(() -> BitString.of(63, -1));
    assertThatIllegalArgumentException().isThrownBy(() -> BitString.of(0, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> BitString.of(65, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> BitString.ofWords(65, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> BitString.ofWords(65, 0, 2));
    assertThat(BitString.of(64, -1)).hasToString("1".repeat(64));
  }

  @Test
  void refusesPositionsOutsideTheString() {
    BitString bits = BitString.parse("010");
    assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> bits.bit(3));
    assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> bits.bit(-1));
    assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> bits.printed(3));
  }

  @Test
  void doesNotShareTheWordsItWasMadeOf() {
    long[] words = {5};
    BitString bits = BitString.ofWords(3, words);
    words[0] = 2;
    assertThat(bits).hasToString("101");
  }
}
