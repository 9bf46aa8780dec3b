package io.qhyper.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParameterFileTest {
  private static final String RUN =
      """
      {"version": 1, "start": [1, 2], "notes": {"best": [9]}, "best": [3, 4.5], "final": [5e-1, 6]}
      """;

  @TempDir private Path folder;

  private Path file(String text) throws Exception {
    return Files.writeString(folder.resolve("theta"), text);
  }

  private double[] read(String text, ParameterEntry entry) throws Exception {
    return ParameterFile.read(file(text), entry);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1 -2.5 3e-2",
        "1,-2.5,3e-2\n",
        "  1 ,\n -2.5\t, .03\r\n",
        "1.\n-2.5\n+0.03\n",
        "[1, -2.5, 3e-2]",
        "\n [ 1,\n-2.5, 0.03 ] \n",
        "\uFEFF1 -2.5 0.03",
      })
  void readsEveryForm(String text) throws Exception {
    assertThat(read(text, ParameterEntry.BEST)).containsExactly(1, -2.5, 0.03);
  }

  @Test
  void readsManyNumbers() throws Exception {
    assertThat(read("0.5 ".repeat(1000), ParameterEntry.BEST)).hasSize(1000);
    assertThat(read("[0.5" + ",0.5".repeat(999) + "]", ParameterEntry.BEST)).hasSize(1000);
  }

  @Test
  void readsTheEntryOfARun() throws Exception {
    assertThat(read(RUN, ParameterEntry.START)).containsExactly(1, 2);
    assertThat(read(RUN, ParameterEntry.BEST)).containsExactly(3, 4.5);
    assertThat(read(RUN, ParameterEntry.FINAL)).containsExactly(0.5, 6);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "1 2 x          | :1:5: expected a finite number, got 'x'",
        "1;2            | :1:1: expected a finite number, got '1;2'",
        "NaN            | :1:1: expected a finite number, got 'NaN'",
        "1 Infinity     | :1:3: expected a finite number, got 'Infinity'",
        "1 1e999        | :1:3: expected a finite number, got '1e999'",
        "0x10           | :1:1: expected a finite number, got '0x10'",
        "1d             | :1:1: expected a finite number, got '1d'",
        "1,,2           | :1:3: expected a number before the comma",
        "`1\n,\n,2`     | :3:1: expected a number before the comma",
        "`1,2,`         | :1:5: expected a number after the comma",
        "` `            | :1:2: has no numbers",
        "[]             | :1:2: expected at least one number",
        "[1, \"2\"]     | :1:5: expected a finite number, got 2",
        "[1, null]      | :1:5: expected a finite number, got null",
        "[1, [2]]       | :1:5: expected a finite number, got [",
        "[1, NaN]       | is not JSON",
        "[1, 1e999]     | :1:5: expected a finite number, got 1e999",
        "[1, 2          | is not JSON",
        "[1, 2] 3       | :1:8: expected the end of the file",
        "{}             | has no array 'best'",
        "{\"best\": 1}  | :1:10: expected an array under 'best'",
        "{\"best\": [1], \"best\": [2]} | is not JSON: Duplicate",
        "{\"start\": [1]} | has no array 'best'",
      })
  void refusesAnythingElseWithItsPosition(String text, String message) throws Exception {
    assertThatThrownBy(() -> read(text, ParameterEntry.BEST))
        .isInstanceOf(ParameterFileException.class)
        .hasMessageStartingWith(folder.resolve("theta").toString())
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1 2", "[1, 2]"})
  void aSingleVectorHasNoEntries(String text) {
    assertThatThrownBy(() -> read(text, ParameterEntry.FINAL))
        .isInstanceOf(ParameterFileException.class)
        .hasMessageContaining("no entry 'final'");
  }

  @Test
  void refusesTheWrongNumber() throws Exception {
    Path file = file("1 2 3");

    assertThat(ParameterFile.read(file, ParameterEntry.BEST, 3)).hasSize(3);
    assertThatThrownBy(() -> ParameterFile.read(file, ParameterEntry.BEST, 4))
        .isInstanceOf(ParameterFileException.class)
        .hasMessageContaining("has 3 parameters, but the circuit takes 4");
  }

  @Test
  void refusesWhatIsNotText() throws Exception {
    Path file = Files.write(folder.resolve("x"), "1 é".getBytes(StandardCharsets.ISO_8859_1));

    assertThatThrownBy(() -> ParameterFile.read(file, ParameterEntry.BEST))
        .hasMessageContaining("is not UTF-8 text");
  }

  @Test
  void missingFileIsNamed() {
    assertThatThrownBy(() -> ParameterFile.read(folder.resolve("no"), ParameterEntry.BEST))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessageContaining("no");
  }
}
