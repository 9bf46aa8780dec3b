package io.qhyper.qasm;

import static org.assertj.core.api.Assertions.assertThat;

import io.qhyper.circuit.Angle;
import io.qhyper.circuit.Parameter;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalsTest {
  private static final Parameter A = new Parameter("a");
  private static final Parameter B = new Parameter("b");

  @ParameterizedTest
  @CsvSource({
    "0, 0.0",
    "-0.0, 0.0",
    "1, 1.0",
    "-3, -3.0",
    "100, 100.0",
    "0.5, 0.5",
    "0.1, 0.10000000000000001",
    "1.5707963267948966, 1.5707963267948966",
    "1e22, 10000000000000000000000.0",
    "1e-7, 0.000000099999999999999995"
  })
  void printsPlainDecimalsWithAPoint(double value, String text) {
    assertThat(Decimals.print(value)).isEqualTo(text);
  }

  @Test
  void printsEveryDoubleSoThatItComesBack() {
    Random random = new Random(20261123);
    for (int exponent = 0; exponent < 2047; exponent++) {
      for (int repeat = 0; repeat < 4; repeat++) {
        long bits = (random.nextLong() & ~(2047L << 52)) | ((long) exponent << 52);
        assertComesBack(Double.longBitsToDouble(bits));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      doubles = {
        Double.MIN_VALUE,
        Double.MIN_NORMAL,
        Double.MAX_VALUE,
        -Double.MAX_VALUE,
        1L << 53,
        1e17,
        123456789012345680.0,
        2.225073858507201e-308,
        Math.PI,
        Math.E
      })
  void printsExtremesSoThatTheyComeBack(double value) {
    assertComesBack(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"de-DE", "ar-EG", "hi-IN-u-nu-deva"})
  void printsAlikeInEveryLocale(String tag) {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag(tag));
      Angle angle = Angle.of(A).times(-1234.5).plus(Angle.of(0.25));
      assertThat(Decimals.print(angle)).isEqualTo("-1234.5*a + 0.25");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void printsAnglesAsShortAsTheyAre() {
    assertThat(Decimals.print(Angle.ZERO)).isEqualTo("0.0");
    assertThat(Decimals.print(Angle.of(-2))).isEqualTo("-2.0");
    assertThat(Decimals.print(Angle.of(A))).isEqualTo("a");
    assertThat(Decimals.print(Angle.of(A).negated())).isEqualTo("-a");
    assertThat(Decimals.print(Angle.of(A).plus(Angle.of(B).times(-2)).plus(Angle.of(-.5))))
        .isEqualTo("a - 2.0*b - 0.5");
    assertThat(Decimals.print(Angle.of(B).negated().plus(Angle.of(A).negated())))
        .isEqualTo("-a - b");
  }

  @Test
  void printsWholeNumbersWithoutAPointOnRequest() {
    assertThat(Decimals.printShort(100)).isEqualTo("100");
    assertThat(Decimals.printShort(0.25)).isEqualTo("0.25");
    assertThat(Decimals.printShort(-0.0)).isEqualTo("0");
  }

  private static void assertComesBack(double value) {
    String text = Decimals.print(value);
    assertThat(Double.parseDouble(text)).isEqualTo(value);
    assertThat(text).matches("-?[0-9]+\\.[0-9]+");
    assertThat(text.replaceAll("[-.]", "").replaceAll("^0+|0+$", "")).hasSizeLessThan(18);
  }
}
