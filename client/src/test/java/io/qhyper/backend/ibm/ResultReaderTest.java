package io.qhyper.backend.ibm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qhyper.shots.BitString;
import io.qhyper.shots.Counts;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResultReaderTest {
  private static Optional<List<Map<String, Counts>>> read(ResultShape shape, InputStream body)
      throws IOException {
    return new ResultReader(shape).read(200, body);
  }

  private static List<Map<String, Counts>> read(ResultShape shape, String body) {
    try {
      return read(shape, new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)))
          .orElseThrow();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static ResultShape shape(int pubs, int rows, int shots, String name, int width) {
    return new ResultShape(pubs, rows, shots, Map.of(name, width));
  }

  private static String plain(String... registers) {
    return "{\"results\":[{\"data\":{"
        + String.join(",", registers)
        + "},\"metadata\":{\"deep\":[[{}]]}}],\"metadata\":{\"version\":2}}";
  }

  private static String register(String name, String samples, int bits) {
    return "\"%s\":{\"samples\":%s,\"num_bits\":%d}".formatted(name, samples, bits);
  }

  @Test
  void bitZeroIsTheRightmost() {
    Counts counts =
        read(shape(1, 1, 4, "c", 3), plain(register("c", "[\"0x1\",\"0x4\",\"0x1\",\"0x6\"]", 3)))
            .get(0)
            .get("c");

    assertThat(counts).hasToString("{001=2, 100=1, 110=1}");
    assertThat(counts.bits(0).bit(0)).isTrue();
  }

  @Test
  void registersComeInTheOrderOfDeclaration() {
    Map<String, Integer> registers = new LinkedHashMap<>();
    registers.put("z", 1);
    registers.put("a", 2);

    List<Map<String, Counts>> rows =
        read(
            new ResultShape(1, 1, 1, registers),
            plain(register("a", "[\"0x2\"]", 2), register("z", "[\"0x1\"]", 1)));

    assertThat(rows.get(0).toString()).isEqualTo("{z={1=1}, a={10=1}}");
  }

  @Test
  void rowsAreCutInOrderWhetherNestedOrNot() {
    for (String samples :
        List.of(
            "[\"0x0\",\"0x1\",\"0x2\",\"0x2\",\"0x3\",\"0x3\"]",
            "[[\"0x0\",\"0x1\"],[\"0x2\",\"0x2\"],[\"0x3\",\"0x3\"]]",
            "[[[\"0x0\",\"0x1\"],[\"0x2\",\"0x2\"],[\"0x3\",\"0x3\"]]]")) {
      assertThat(read(shape(1, 3, 2, "c", 2), plain(register("c", samples, 2))).toString())
          .isEqualTo("[{c={00=1, 01=1}}, {c={10=2}}, {c={11=2}}]");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[['0x0','0x1','0x2'],['0x2','0x3','0x3']]   | 3 × 2 shots, got 2 rows with 6 in all",
        "[['0x0','0x1'],['0x2','0x2','0x3'],['0x3']] | row 1 has 3 samples, those before have 2",
        "[['0x0','0x1'],[],['0x2','0x2'],['0x3']]    | row 1 has 0 samples",
        "['0x0','0x1',['0x2','0x2'],['0x3','0x3']]   | both samples and lists of samples",
        "[['0x0','0x1'],'0x2','0x2','0x3','0x3']     | both samples and lists of samples"
      })
  void rowsThatAreNestedOtherwiseAreNotMixedUp(String samples, String message) {
    String json = samples.replace('\'', '"');

    assertThatThrownBy(() -> read(shape(1, 3, 2, "c", 2), plain(register("c", json, 2))))
        .isInstanceOf(IbmProtocolException.class)
        .hasMessageContaining(message);
  }

  @Test
  void strangersRowsAreKeptApart() throws IOException {
    String samples = "[[\"0x0\",\"0x1\"],[\"0x2\",\"0x2\"],[\"0x3\",\"0x3\"]]";
    String expected = "[{c={00=1, 01=1}}, {c={10=2}}, {c={11=2}}]";

    assertThat(read(ResultShape.UNKNOWN, plain(register("c", samples, 2))).toString())
        .isEqualTo(expected);
    assertThat(read(ResultShape.UNKNOWN, typed(array("(3, 2, 1)", 0, 1, 2, 2, 3, 3), 2)).toString())
        .isEqualTo(expected);
  }

  @Test
  void typedRowsThatAreNestedOtherwiseAreNotMixedUp() throws IOException {
    String transposed = typed(array("(2, 3, 1)", 0, 1, 2, 2, 3, 3), 2);

    assertThatThrownBy(() -> read(shape(1, 3, 2, "c", 2), transposed))
        .isInstanceOf(IbmProtocolException.class)
        .hasMessageContaining("2 rows with 6 in all");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 63, 64, 65, 100, 127, 128, 129, 156, 400})
  void anyWidthAgreesWithBigNumbers(int width) throws IOException {
    Random random = new Random(width);
    List<BigInteger> shots =
        IntStream.range(0, 50).mapToObj(i -> new BigInteger(width, random)).toList();
    Map<BitString, Long> expected = new TreeMap<>();
    shots.forEach(shot -> expected.merge(bits(shot, width), 1L, Long::sum));
    String samples =
        shots.stream()
            .map(shot -> "\"0x" + shot.toString(16) + "\"")
            .collect(Collectors.joining(",", "[", "]"));
    String plain = plain(register("c", samples, width));

    for (ResultShape shape : List.of(shape(1, 1, 50, "c", width), ResultShape.UNKNOWN)) {
      assertThat(read(shape, plain).get(0).get("c").toMap()).isEqualTo(expected);
      assertThat(read(shape, typed(array(shots, width), width)).get(0).get("c").toMap())
          .isEqualTo(expected);
    }
  }

  private static BitString bits(BigInteger value, int width) {
    String digits = value.toString(2);
    return BitString.parse("0".repeat(width - digits.length()) + digits);
  }

  /** Base64 of zlib of a NumPy file, written by the book. */
  private static String array(List<BigInteger> shots, int width) throws IOException {
    int bytes = (width + 7) / 8;
    ByteArrayOutputStream npy = npy("(%d, %d)".formatted(shots.size(), bytes));
    for (BigInteger shot : shots) {
      for (int i = bytes - 1; i >= 0; i--) {
        npy.write(shot.shiftRight(8 * i).intValue() & 0xff);
      }
    }
    return packed(npy.toByteArray());
  }

  /** The same of samples of one byte. */
  private static String array(String shape, int... samples) throws IOException {
    ByteArrayOutputStream npy = npy(shape);
    for (int sample : samples) {
      npy.write(sample);
    }
    return packed(npy.toByteArray());
  }

  private static ByteArrayOutputStream npy(String shape) throws IOException {
    ByteArrayOutputStream npy = new ByteArrayOutputStream();
    String header = "{'descr': '|u1', 'fortran_order': False, 'shape': " + shape + ", }\n";
    npy.write(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
    npy.write(header.length() & 0xff);
    npy.write(header.length() >> 8);
    npy.write(header.getBytes(StandardCharsets.US_ASCII));
    return npy;
  }

  private static String packed(byte[] npy) throws IOException {
    ByteArrayOutputStream zlib = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(zlib)) {
      deflater.write(npy);
    }
    return Base64.getEncoder().encodeToString(zlib.toByteArray());
  }

  private static String typed(String array, int bits) {
    return """
    {"__type__":"PrimitiveResult","__value__":{"pub_results":[{"__type__":"SamplerPubResult",
     "__value__":{"data":{"__type__":"DataBin","__value__":{"field_names":["c"],
      "field_types":[{}],"shape":[],"fields":{"c":{"__type__":"BitArray","__value__":
       {"array":{"__type__":"ndarray","__value__":"%s"},"num_bits":%d}}}}},"metadata":{}}}],
     "metadata":{}}}
    """
        .formatted(array, bits);
  }

  @Test
  void tenOnesAreTheBytesThreeAndAllOnes() throws IOException {
    String npy = "\u0093NUMPY\u0001\0\70\0{'descr': '|u1', 'fortran_order': False, 'shape': (1,2)}";
    byte[] file = (npy + "\u0003\u00ff").getBytes(StandardCharsets.ISO_8859_1);

    assertThat(file).hasSize(10 + 56 + 2);
    assertThat(read(ResultShape.UNKNOWN, typed(packed(file), 10)).toString())
        .isEqualTo("[{c={1111111111=1}}]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "  \n"})
  void nothingMeansNotYet(String body) throws IOException {
    assertThat(
            read(
                ResultShape.UNKNOWN,
                new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8))))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[\"0x1\"]                       |2| 1 × 2 shots, got 1",
        "[\"0x1\",\"0x1\",\"0x1\"]       |2| should have 2 shots, it has more",
        "[\"0x1\",\"0x1\"]               |3| should have 2 bits, got 3",
        "[\"0x1\",\"0x4\"]               |2| sample 1 of register 'c' of circuit 0",
        "[\"0x1\",\"1\"]                 |2| hexadecimal",
        "[\"0x1\",\"0x\"]                |2| hexadecimal",
        "[\"0x1\",\"0xg\"]               |2| hexadecimal",
        "[\"0x1\",\"0x-1\"]              |2| hexadecimal",
        "[\"0x1\",3]                     |2| should be END_ARRAY, got VALUE_NUMBER_INT",
        "[\"0x1\",null]                  |2| got VALUE_NULL",
        "{}                              |2| 'samples' should be START_ARRAY",
        "\"0x1\"                         |2| 'samples' should be START_ARRAY"
      })
  void wrongSamplesAreNamed(String samples, int bits, String message) {
    assertThatThrownBy(() -> read(shape(1, 1, 2, "c", 2), plain(register("c", samples, bits))))
        .isInstanceOf(IbmProtocolException.class)
        .hasMessageContaining(message);
  }

  @Test
  void wrongNumberOfCircuitsAndMissingRegistersAreNamed() {
    String one = plain(register("c", "[\"0x1\"]", 1));

    assertThatThrownBy(() -> read(shape(2, 1, 1, "c", 1), one))
        .hasMessageContaining("should hold 2 circuits, it holds 1");
    assertThatThrownBy(() -> read(shape(1, 1, 1, "d", 1), one))
        .hasMessageContaining("register 'd' of circuit 0 in the result is missing");
    assertThatThrownBy(() -> read(ResultShape.UNKNOWN, plain()))
        .hasMessageContaining("no registers");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "7",
        "{\"results\":{}}",
        "{\"results\":[7]}",
        "{\"results\":[{\"data\":[]}]}",
        "{\"__type__\":\"Other\",\"__value__\":{}}",
        "{\"__value__\":{}}",
        "{\"__type__\":",
        "{\"__type__\":\"PrimitiveResult\",\"__value__\":{\"pub_results\":[{}]}}"
      })
  void otherJsonIsRefused(String body) {
    assertThatThrownBy(() -> read(ResultShape.UNKNOWN, body))
        .satisfiesAnyOf(
            e -> assertThat(e).isInstanceOf(IbmProtocolException.class),
            // told by the caller, who knows the call
            e -> assertThat(e).hasCauseInstanceOf(IOException.class));
  }

  @Test
  void everyTruncationIsAnError() throws IOException {
    String array = array(List.of(BigInteger.ONE, BigInteger.TWO), 2);
    for (String whole :
        List.of(plain(register("c", "[\"0x1\",\"0x2\"]", 2)), typed(array, 2).strip())) {
      for (int length = 1; length < whole.length(); length++) {
        String cut = whole.substring(0, length);
        assertThatThrownBy(() -> read(ResultShape.UNKNOWN, cut))
            .as(cut)
            .satisfiesAnyOf(
                e -> assertThat(e).isInstanceOf(IbmProtocolException.class),
                e -> assertThat(e).hasCauseInstanceOf(IOException.class));
      }
    }
  }

  @Test
  void arrayThatAnnouncesTooMuchIsNotUnpacked() throws IOException {
    for (String shape : List.of("99999999999, 1", "1000000000, 1000000000, 1", "2000000000, 1")) {
      String header = "{'descr': '|u1', 'fortran_order': False, 'shape': (" + shape + ")}";
      byte[] npy =
          ("\u0093NUMPY\u0001\0" + (char) header.length() + "\0" + header)
              .getBytes(StandardCharsets.ISO_8859_1);

      assertThatThrownBy(() -> read(ResultShape.UNKNOWN, typed(packed(npy), 3)))
          .hasMessageContaining("too large");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "!", "AAAA", "eJw="})
  void arrayThatIsNoneIsRefused(String array) {
    assertThatThrownBy(() -> read(ResultShape.UNKNOWN, typed(array, 3)))
        .isInstanceOf(IbmProtocolException.class);
  }

  @Test
  void largeResultsAreStreamed() throws IOException {
    int pubs = 300;
    int shots = 10_000;
    // 100 bits; one sample in four differs, so that the counts themselves stay small.
    String samples =
        IntStream.range(0, shots)
            .mapToObj(i -> "\"0x" + Integer.toHexString(8 + i % 4) + "0".repeat(24) + "\"")
            .collect(Collectors.joining(",", "[", "]"));
    byte[] pub =
        ("{\"data\":{" + register("c", samples, 100) + "}}").getBytes(StandardCharsets.UTF_8);
    List<InputStream> body = new ArrayList<>();
    body.add(stream("{\"results\":["));
    for (int i = 0; i < pubs; i++) {
      body.add(stream(i == 0 ? "" : ","));
      body.add(new ByteArrayInputStream(pub));
    }
    body.add(stream("]}"));

    List<Map<String, Counts>> rows =
        read(
                shape(pubs, 1, shots, "c", 100),
                new SequenceInputStream(Collections.enumeration(body)))
            .orElseThrow();

    assertThat(rows)
        .hasSize(pubs)
        .allSatisfy(row -> assertThat(row.get("c").distinct()).isEqualTo(4));
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void shapeSurvivesAsATag() {
    ResultShape shape = new ResultShape(3, 7, 1000, Map.of());

    assertThat(ResultShape.ofTags(List.of("other", shape.tag()))).isEqualTo(shape);
    assertThat(ResultShape.ofTags(List.of("other"))).isEqualTo(ResultShape.UNKNOWN);
  }
}
