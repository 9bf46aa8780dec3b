package io.qhyper.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.qhyper.support.ProductProcess;
import io.qhyper.support.ProductProcess.Outcome;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnumerateIT {
  private static final double FIRST = 2.543206925470;
  private static final double MINIMUM = 0.326852699098;
  private static final String BEST = "10100010010011001";

  @TempDir private Path folder;

  private Outcome enumerate(String... more) throws Exception {
    List<String> arguments =
        new java.util.ArrayList<>(
            List.of("enumerate", "--problem", "mnist", "--digits", "0,1", "--encoding", "m3p1"));
    arguments.addAll(List.of(more));
    return ProductProcess.in(folder).run(arguments.toArray(String[]::new));
  }

  @Test
  void meetsThePublishedFacts() throws Exception {
    Outcome outcome = enumerate("--json");

    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.err()).isEmpty();
    JsonNode json = new ObjectMapper().readTree(outcome.out());
    assertThat(json.get("bits").asInt()).isEqualTo(17);
    assertThat(json.get("count").asInt()).isEqualTo(131_072);
    assertThat(json.get("first_loss").asDouble()).isCloseTo(FIRST, within(1e-10));
    assertThat(json.get("minimum").get("loss").asDouble()).isCloseTo(MINIMUM, within(1e-10));
    assertThat(json.get("minimum").get("bits").asText()).isEqualTo(BEST);
  }

  @Test
  void writesAllLossesInIndexOrder() throws Exception {
    assertThat(enumerate("-o", "l.csv").out()).contains("minimum", BEST);
    assertThat(enumerate("-o", "l.f64").exitCode()).isZero();

    List<String> lines = Files.readAllLines(folder.resolve("l.csv"));
    byte[] raw = Files.readAllBytes(folder.resolve("l.f64"));
    assertThat(lines).hasSize(131_073).element(0).isEqualTo("index,bits,loss");
    assertThat(raw).hasSize(131_072 * Double.BYTES);
    var doubles = ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer();
    for (int i = 0; i < 131_072; i++) {
      String[] fields = lines.get(i + 1).split(",", -1);
      assertThat(Integer.parseInt(fields[0])).isEqualTo(i);
      assertThat(Integer.parseInt(fields[1], 2)).isEqualTo(i);
      assertThat(Double.parseDouble(fields[2])).isEqualTo(doubles.get(i));
    }
    assertThat(doubles.get(0)).isCloseTo(FIRST, within(1e-10));
    assertThat(doubles.get(Integer.parseInt(BEST, 2))).isCloseTo(MINIMUM, within(1e-10));
  }
}
