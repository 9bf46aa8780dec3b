package io.qhyper.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.qhyper.ansatz.Brickwork;
import io.qhyper.circuit.Circuit;
import io.qhyper.compile.CompileOptions;
import io.qhyper.compile.CompileReport;
import io.qhyper.compile.IsaCompiler;
import io.qhyper.compile.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Lines found against the chains that the vendor itself names best, {@code lf_N}; those of torino
 * run over gates that its snapshot calls broken from 50 qubits on.
 */
class VendorChainsTest {
  private static final Path DEVICES = Path.of("..", "..", "shared", "data", "backends");

  @ParameterizedTest
  @CsvSource({"torino, 17", "torino, 30", "sherbrooke, 17", "sherbrooke, 50", "sherbrooke, 100"})
  void noChainOfTheVendorIsBetter(String device, int length) throws Exception {
    Path folder = DEVICES.resolve(device);
    assumeTrue(Files.isDirectory(folder), "needs the device documents in " + folder);
    Target target = TargetFile.read(folder);
    Circuit circuit = new Brickwork(length, 4).circuit();
    List<Integer> chain = chain(folder, length);

    CompileReport found = IsaCompiler.compile(circuit, target, CompileOptions.DEFAULT).report();

    assertThat(found.successBound().getAsDouble())
        .isGreaterThanOrEqualTo(found.successProbability() * (1 - 1e-9));
    assertThat(found.successProbability())
        .isGreaterThanOrEqualTo(pinned(circuit, target, chain) * (1 - 1e-9));
    Collections.reverse(chain);
    assertThat(found.successProbability())
        .isGreaterThanOrEqualTo(pinned(circuit, target, chain) * (1 - 1e-9));
  }

  private static double pinned(Circuit circuit, Target target, List<Integer> chain) {
    CompileOptions options = CompileOptions.DEFAULT.withLayout(chain);
    return IsaCompiler.compile(circuit, target, options).report().successProbability();
  }

  private static List<Integer> chain(Path folder, int length) throws Exception {
    JsonNode properties = new ObjectMapper().readTree(folder.resolve("properties.json").toFile());
    List<Integer> chain = new ArrayList<>();
    for (JsonNode list : properties.path("general_qlists")) {
      if (list.path("name").asText().equals("lf_" + length)) {
        list.path("qubits").forEach(qubit -> chain.add(qubit.asInt()));
      }
    }
    assertThat(chain).hasSize(length);
    return chain;
  }
}
