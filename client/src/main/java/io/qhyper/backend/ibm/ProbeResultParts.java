package io.qhyper.backend.ibm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.qhyper.shots.Counts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The result of a probe, program by program.
 *
 * @param root the whole, plain or typed
 * @param programs how many there must be
 */
record ProbeResultParts(JsonNode root, int programs) {
  private static final double CERTAIN = 0.75;

  boolean isTyped() {
    return root.has("__type__");
  }

  /** The result as it would be if only one program had been sent. */
  JsonNode only(int program) {
    ObjectNode copy = root.deepCopy();
    JsonNode owner = isTyped() ? copy.path("__value__") : copy;
    String name = isTyped() ? "pub_results" : "results";
    if (owner.path(name).size() != programs || !owner.path(name).isArray()) {
      throw new IbmProtocolException(
          "the result of the probe should have "
              + programs
              + " programs, got "
              + owner.path(name).size());
    }
    ArrayNode results = (ArrayNode) owner.path(name);
    JsonNode kept = results.get(program);
    results.removeAll().add(kept);
    return copy;
  }

  /** Whether both bits of the second program are certainly those that its gate gives. */
  boolean isGateRight() throws IOException {
    int[] samples;
    try {
      samples = samples(only(1));
    } catch (IbmProtocolException e) {
      return false;
    }
    double right = Arrays.stream(samples).filter(sample -> sample == NamedGate.EXPECTED).count();
    return samples.length == ProbeProgram.SHOTS && right >= CERTAIN * samples.length;
  }

  private int[] samples(JsonNode second) throws IOException {
    if (!isTyped()) {
      return ProbeSamples.values(
          second.path("results").path(0).path("data").path(ProbeProgram.REGISTER).path("samples"));
    }
    ResultRows rows =
        new ResultRows(
            new ResultShape(
                1, 1, ProbeProgram.SHOTS, Map.of(ProbeProgram.REGISTER, NamedGate.BITS)));
    TypedResult.read(second, rows);
    return expanded(rows.finish().get(0).get(ProbeProgram.REGISTER));
  }

  private static int[] expanded(Counts counts) {
    List<Integer> samples = new ArrayList<>();
    for (int entry = 0; entry < counts.distinct(); entry++) {
      for (long shot = 0; shot < counts.count(entry); shot++) {
        samples.add((int) counts.bits(entry).index());
      }
    }
    return samples.stream().mapToInt(Integer::intValue).toArray();
  }
}
