package io.qhyper.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintableTest {
  @Test
  void everyControlCharacterBecomesVisible() {
    for (char c = 0; c < 0xa0; c++) {
      boolean isControl = c < 0x20 || c >= 0x7f;
      boolean isLayout = c == '\n' || c == '\t';
      assertThat(Printable.lines("a" + c + "b"))
          .isEqualTo(isControl && !isLayout ? "a?b" : "a" + c + "b");
      assertThat(Printable.line("a" + c + "b")).doesNotContainPattern("\\p{Cc}");
    }
  }

  @Test
  void aLineHasNoBreaks() {
    assertThat(Printable.line("a\r\nb\nc\td")).isEqualTo("a b c?d");
    assertThat(Printable.lines("é ⟩ 😀")).isEqualTo("é ⟩ 😀");
  }
}
