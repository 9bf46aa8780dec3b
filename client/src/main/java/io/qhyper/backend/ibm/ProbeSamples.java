package io.qhyper.backend.ibm;

import com.fasterxml.jackson.databind.JsonNode;
import io.qhyper.shots.Counts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What the result of a probe looks like.
 *
 * @param form plain or typed
 * @param columns which input each column is, by the number of its bit; empty if it is not certain
 */
record ProbeSamples(String form, Nesting nesting, List<Integer> columns) {
  static final String PLAIN = "plain";
  static final String TYPED = "typed";
  static final String OTHER = "other";

  private static final double CERTAIN = 0.75;
  private static final long MOST_BYTES = 16 << 20;

  /** Reads a result with several rows of the first of its programs. */
  static ProbeSamples of(ProbeResultParts parts) throws IOException {
    try {
      return read(parts.only(0));
    } catch (IbmProtocolException e) {
      return new ProbeSamples(OTHER, Nesting.OTHER, List.of());
    }
  }

  private static ProbeSamples read(JsonNode root) throws IOException {
    if (root.has("__type__")) {
      ResultShape shape =
          new ResultShape(1, ProbeProgram.INPUTS, ProbeProgram.SHOTS, ProbeProgram.REGISTERS);
      ResultRows rows = new ResultRows(shape);
      TypedResult.read(root, rows);
      return new ProbeSamples(TYPED, Nesting.BY_ROW, columns(ones(rows.finish())));
    }
    JsonNode results = root.path("results");
    JsonNode samples = results.path(0).path("data").path(ProbeProgram.REGISTER).path("samples");
    if (!samples.isArray()) {
      throw new IbmProtocolException(
          "the result of the probe has no samples of register " + ProbeProgram.REGISTER);
    }
    return plain(samples);
  }

  static long mostBytes() {
    return MOST_BYTES;
  }

  private static ProbeSamples plain(JsonNode samples) {
    int rows = ProbeProgram.INPUTS;
    int shots = ProbeProgram.SHOTS;
    int[] values = values(samples);
    int inner = samples.path(0).size();
    if (values.length != rows * shots) {
      return new ProbeSamples(PLAIN, Nesting.OTHER, List.of());
    } else if (samples.size() == rows && inner == shots) {
      return new ProbeSamples(PLAIN, Nesting.BY_ROW, columns(byRow(values)));
    } else if (samples.size() == shots && inner == rows) {
      return new ProbeSamples(PLAIN, Nesting.BY_SHOT, columns(byShot(values)));
    } else if (inner == 0) {
      // A list that is cut the wrong way mixes the rows, so that no bit of a row is certain.
      List<Integer> columns = columns(byRow(values));
      return columns.isEmpty()
          ? new ProbeSamples(PLAIN, Nesting.FLAT_BY_SHOT, columns(byShot(values)))
          : new ProbeSamples(PLAIN, Nesting.FLAT_BY_ROW, columns);
    }
    return new ProbeSamples(PLAIN, Nesting.OTHER, List.of());
  }

  /** All samples in the order in which they are written, however deep. */
  static int[] values(JsonNode samples) {
    List<Integer> values = new ArrayList<>();
    collect(samples, values);
    return values.stream().mapToInt(Integer::intValue).toArray();
  }

  private static void collect(JsonNode node, List<Integer> values) {
    if (node.isArray()) {
      node.forEach(child -> collect(child, values));
      return;
    }
    String text = node.asText();
    if (!text.matches("0x[0-7]")) {
      throw new IbmProtocolException(
          "a sample of the probe should be 0x0 to 0x7, got '" + ErrorBodies.shortened(text) + "'");
    }
    values.add(text.charAt(2) - '0');
  }

  /** [row][bit]: the part of the shots with bit 1. */
  private static double[][] byRow(int... values) {
    return ones((row, shot) -> values[row * ProbeProgram.SHOTS + shot]);
  }

  private static double[][] byShot(int... values) {
    return ones((row, shot) -> values[shot * ProbeProgram.INPUTS + row]);
  }

  private interface Sample {
    int of(int row, int shot);
  }

  private static double[][] ones(Sample sample) {
    double[][] ones = new double[ProbeProgram.INPUTS][ProbeProgram.INPUTS];
    for (int row = 0; row < ones.length; row++) {
      for (int shot = 0; shot < ProbeProgram.SHOTS; shot++) {
        for (int bit = 0; bit < ones[row].length; bit++) {
          ones[row][bit] += (sample.of(row, shot) >> bit & 1) / (double) ProbeProgram.SHOTS;
        }
      }
    }
    return ones;
  }

  private static double[][] ones(List<Map<String, Counts>> rows) {
    double[][] ones = new double[rows.size()][ProbeProgram.INPUTS];
    for (int row = 0; row < ones.length; row++) {
      Counts counts = rows.get(row).get(ProbeProgram.REGISTER);
      for (int entry = 0; entry < counts.distinct(); entry++) {
        for (int bit = 0; bit < ones[row].length; bit++) {
          ones[row][bit] +=
              (counts.bits(entry).index() >> bit & 1)
                  * counts.count(entry)
                  / (double) counts.shots();
        }
      }
    }
    return ones;
  }

  /** Row r has ones in the inputs of columns 0 to r and zeros in the others. */
  private static List<Integer> columns(double[][] ones) {
    List<Integer> columns = new ArrayList<>();
    for (double[] row : ones) {
      boolean isCertain =
          Arrays.stream(row).allMatch(part -> part >= CERTAIN || part <= 1 - CERTAIN);
      int[] set = IntStream.range(0, row.length).filter(bit -> row[bit] >= CERTAIN).toArray();
      int[] fresh = Arrays.stream(set).filter(bit -> !columns.contains(bit)).toArray();
      if (!isCertain || set.length != columns.size() + 1 || fresh.length != 1) {
        return List.of();
      }
      columns.add(fresh[0]);
    }
    return List.copyOf(columns);
  }
}
