package io.qhyper.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvReaderTest {
  private static final CsvReader READER = new CsvReader(CsvReader.DEFAULT_LABEL, 2);

  @TempDir Path folder;

  @Test
  void readsFeaturesAndLabels() throws IOException {
    DataSet data = READER.read(file("width,label,height\n1.5,0,-2\n3e-1,1,+4\n"));

    assertThat(data)
        .isEqualTo(
            DataSet.of(
                Features.of(List.of("width", "height"), new double[] {1.5, -2, 0.3, 4}),
                new int[] {0, 1}));
  }

  @Test
  void takesQuotesBlanksBlankLinesWindowsLineEndsAndAByteOrderMark() throws IOException {
    DataSet data =
        READER.read(
            file("\uFEFF\"a,\"\"b\"\"\" , label\r\n\r\n \"1\" , \"0\"\r\n2,1")); // no end of line

    assertThat(data.features().names()).containsExactly("a,\"b\"");
    assertThat(data.features().value(0, 0)).isEqualTo(1);
    assertThat(data.label(1)).isEqualTo(1);
  }

  @Test
  void takesTheLabelColumnByName() throws IOException {
    DataSet data = new CsvReader("class", 3).read(file("label,class\n5,2\n"));

    assertThat(data.features().names()).containsExactly("label");
    assertThat(data.label(0)).isEqualTo(2);
  }

  @Test
  void readsATestSetWithTheColumnsInAnotherOrder() throws IOException {
    TrainTest data =
        READER.read(file("a,b,label\n1,2,0\n"), Optional.of(other("label,b,a\n1,20,10\n")));

    assertThat(data.test().orElseThrow().features().names()).containsExactly("a", "b");
    assertThat(data.test().orElseThrow().features().row(0)).containsExactly(10, 20);
  }

  @Test
  void refusesATestSetWithOtherFeatures() throws IOException {
    Path train = file("a,b,label\n1,2,0\n");
    Path test = other("a,c,label\n1,2,0\n");

    assertThatExceptionOfType(MalformedDataException.class)
        .isThrownBy(() -> READER.read(train, Optional.of(test)))
        .withMessageContaining("other.csv")
        .withMessageContaining("expected the features [a, b]; missing [b], not expected [c]");
  }

  @Test
  void readsFeaturesToPredictWithOrWithoutLabels() throws IOException {
    Features plain = READER.readFeatures(file("b,a\n2,1\n"), List.of("a", "b"));
    Features labelled = READER.readFeatures(file("b,label,a\n2,?,1\n"), List.of("a", "b"));

    assertThat(plain.row(0)).containsExactly(1, 2);
    assertThat(labelled).isEqualTo(plain);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "NaN",
        "nan",
        "Infinity",
        "-Infinity",
        "1e999",
        "abc",
        "1f",
        "0x1p3",
        "1 2",
        "--1",
        "1,5x"
      })
  void refusesWhatIsNotAFiniteNumber(String text) throws IOException {
    refuses(
        "a,b,label\n1,2,0\n3,\"" + text + "\",1\n",
        "line 3, column b: expected a finite number, got \"" + text + '"');
  }

  @Test
  void refusesEmptyFields() throws IOException {
    refuses("a,b,label\n,2,0\n", "line 2, column a: expected a finite number, got an empty field");
    refuses("a,label\n\n\n2,\n", "line 4, column label: expected a label in 0..1, got an empty");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2", "-1", "0.0", "yes", "99999999999"})
  void refusesLabelsOutOfRange(String text) throws IOException {
    refuses(
        "a,label\n1," + text + "\n",
        "line 2, column label: expected a label in 0..1, got \"" + text + '"');
  }

  @Test
  void refusesRaggedRows() throws IOException {
    refuses("a,b,label\n1,2,0\n1,0\n", "line 3: expected 3 fields as in the header, got 2");
    refuses("a,b,label\n1,2,0,\n", "line 2: expected 3 fields as in the header, got 4");
  }

  @Test
  void refusesHeadersThatDoNotName() throws IOException {
    refuses("a,,label\n1,2,0\n", "column 2 needs a name of its own, got an empty field");
    refuses("a,a,label\n1,2,0\n", "column 2 needs a name of its own, got \"a\"");
    refuses("a,b\n1,2\n", "expected a column named label with the labels, got the columns [a, b]");
    refuses("label\n1\n", "expected at least one feature column beside the label, got none");
  }

  @Test
  void refusesFilesWithoutRows() throws IOException {
    refuses("", "expected a header line with the names of the columns, got an empty file");
    refuses("a,label\n\n", "expected at least one row after the header, got none");
  }

  @Test
  void refusesQuotesThatDoNotEnd() throws IOException {
    refuses("a,label\n\"1,0\n2,1\n", "line 2: the quoted field at character 1 does not end");
    refuses("a,label\n\"1\"2,0\n", "line 2: expected a comma after the quoted field \"1\"");
  }

  @Test
  void refusesEndlessLines() throws IOException {
    refuses("a".repeat(CsvRows.LONGEST_LINE + 1), "line 1 is longer than 1048576 characters");
  }

  @Test
  void refusesBytesThatAreNotText() throws IOException {
    Path path = folder.resolve("binary.csv");
    Files.write(path, new byte[] {'a', ',', (byte) 0xC3, (byte) 0x28, '\n'});

    assertThatExceptionOfType(MalformedDataException.class)
        .isThrownBy(() -> READER.read(path))
        .withMessageContaining("expected text in UTF-8");
  }

  private void refuses(String text, String message) throws IOException {
    Path path = file(text);
    assertThatExceptionOfType(MalformedDataException.class)
        .isThrownBy(() -> READER.read(path))
        .withMessageContaining(message)
        .withMessageStartingWith(path.toString());
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("data.csv"), text, StandardCharsets.UTF_8);
  }

  private Path other(String text) throws IOException {
    return Files.writeString(folder.resolve("other.csv"), text, StandardCharsets.UTF_8);
  }
}
