package io.qhyper.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.qhyper.compile.GateFacts;
import io.qhyper.compile.Target;
import io.qhyper.compile.TargetQubit;
import io.qhyper.store.MalformedFileException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetFileTest {
  private static final double ROUNDING = 1e-18;

  @TempDir private Path folder;

  @Test
  void readsTheTwoDocumentsWithTimesInSeconds() throws Exception {
    Target target = TargetFile.read(new MadeDevice("cz", 2, 5).writeTo(folder));

    assertThat(target.name()).isEqualTo("made_cz");
    assertThat(target.version()).isEqualTo("1.2.3");
    assertThat(target.sampleTime().orElseThrow()).isCloseTo(4e-9, within(ROUNDING));
    assertThat(target.supports("if_else")).isTrue();
    TargetQubit qubit = target.qubits().get(3);
    assertThat(qubit.t1().orElseThrow()).isCloseTo(200e-6, within(ROUNDING));
    assertThat(qubit.t2().orElseThrow()).isCloseTo(500e-6, within(ROUNDING));
    assertThat(qubit.prob0Given1()).hasValue(0.01);
    assertThat(qubit.prob1Given0()).hasValue(0.02);
    assertThat(qubit.readoutLength().orElseThrow()).isCloseTo(1.5e-6, within(ROUNDING));
    GateFacts cz = target.gate("cz", List.of(0, 1)).orElseThrow();
    assertThat(cz.length().orElseThrow()).isCloseTo(68e-9, within(ROUNDING));
    assertThat(target.sites("rzz").values()).isNotEmpty().allMatch(GateFacts::isFaulty);
    assertThat(target.sites("cz").values()).noneMatch(GateFacts::isFaulty);
  }

  @Test
  void convertsByTheUnitOfTheRow() throws Exception {
    MadeDevice device = new MadeDevice("cz", 2, 5);
    row(device, 0).put("unit", "ms");
    row(device, 0).put("value", 0.3);

    TargetQubit qubit = TargetFile.read(device.writeTo(folder)).qubits().get(0);

    assertThat(qubit.t1().orElseThrow()).isCloseTo(3e-4, within(ROUNDING));
  }

  @Test
  void leavesEmptyWhatIsMissing() throws Exception {
    MadeDevice device = new MadeDevice("ecr", 2, 5);
    ((ArrayNode) device.properties.get("qubits").get(1)).removeAll();
    ((ObjectNode) device.properties.get("gates").get(0)).putArray("parameters");
    ((ArrayNode) device.properties.get("gates")).remove(1);
    row(device, 0).putNull("value");

    Target target = TargetFile.read(device.writeTo(folder));

    assertThat(target.qubits().get(0).t1()).isEmpty();
    assertThat(target.qubits().get(1)).isEqualTo(TargetQubit.UNKNOWN);
    assertThat(target.gate("id", List.of(0))).hasValue(GateFacts.UNKNOWN);
    assertThat(target.gate("id", List.of(1))).hasValue(GateFacts.UNKNOWN);
  }

  @Test
  void seesWhatDoesNotOperate() throws Exception {
    MadeDevice device = new MadeDevice("cz", 2, 5);
    ObjectNode row = ((ArrayNode) device.properties.get("qubits").get(2)).addObject();
    row.put("name", "operational").put("unit", "").put("value", 0);

    Target target = TargetFile.read(device.writeTo(folder));

    assertThat(target.isUsable("sx", List.of(2))).isFalse();
    assertThat(target.isUsable("cz", List.of(1, 2))).isFalse();
    assertThat(target.isUsable("cz", List.of(0, 1))).isTrue();
  }

  @Test
  void keepsTheDelayBetweenShots() throws Exception {
    MadeDevice device = new MadeDevice("cz", 2, 5);
    device.configuration.put("default_rep_delay", 300.0); // microseconds
    Target target = TargetFile.read(device.writeTo(folder.resolve("slow")));
    Path one = folder.resolve("slow.json");
    TargetFile.write(one, target);

    assertThat(target.repetitionDelay().getAsDouble()).isCloseTo(3e-4, within(1e-12));
    assertThat(TargetFile.read(one)).isEqualTo(target);
  }

  @Test
  void takesTheRevisionAsNumberOrText() throws Exception {
    MadeDevice device = new MadeDevice("cz", 2, 5);
    ((ObjectNode) device.configuration.get("processor_type")).put("revision", 1.2);

    assertThat(TargetFile.read(device.writeTo(folder)).qubits()).hasSize(11);
  }

  @Test
  void oneFileHoldsTheWholeDevice() throws Exception {
    for (String entangler : List.of("cz", "ecr")) {
      Target target =
          TargetFile.read(new MadeDevice(entangler, 3, 9).writeTo(folder.resolve(entangler)));
      Path file = folder.resolve(entangler + ".json");

      TargetFile.write(file, target);

      assertThat(TargetFile.read(file)).isEqualTo(target);
    }
  }

  @Test
  void namesTheUnitThatItDoesNotKnow() throws Exception {
    assertRefused(device -> row(device, 0).put("unit", "fortnight"), "T1 of qubit 0", "fortnight");
  }

  @Test
  void refusesWhatIsNoDevice() throws Exception {
    assertRefused(device -> device.configuration.put("n_qubits", 0), "n_qubits", "got 0");
    assertRefused(device -> device.configuration.remove("n_qubits"), "n_qubits", "got null");
    assertRefused(device -> device.configuration.put("n_qubits", 3), "names qubit");
    assertRefused(device -> row(device, 2).put("value", 1.5), "readout error", "1.5");
    assertRefused(device -> row(device, 0).put("value", "much"), "qubits[0]");
    assertRefused(device -> device.properties.put("gates", 5), "gates");
    assertRefused(
        device -> ((ObjectNode) device.properties.get("gates").get(0)).putNull("qubits"), "null");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "null", "{}", "{\"qhyper_target\": 2}"})
  void refusesFilesOfAnotherKind(String text) throws Exception {
    Path file = Files.writeString(folder.resolve("device.json"), text);

    assertThatThrownBy(() -> TargetFile.read(file))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageStartingWith(file.toString());
  }

  @ParameterizedTest
  @CsvSource({"sherbrooke, 127, ecr, 144, 9, 1", "torino, 133, cz, 300, 22, 1"})
  void readsRealDevices(
      String name, int qubits, String gate, int listed, int faulty, int unreadable)
      throws Exception {
    Path snapshot = Path.of("..", "..", "shared", "data", "backends", name);
    assumeTrue(Files.isDirectory(snapshot), "the snapshots are not there: " + snapshot);

    Target target = TargetFile.read(snapshot);

    assertThat(target.qubits()).hasSize(qubits);
    assertThat(target.sites(gate)).hasSize(listed);
    assertThat(target.sites(gate).values().stream().filter(GateFacts::isFaulty)).hasSize(faulty);
    assertThat(target.qubits().stream().filter(q -> !q.isReadable())).hasSize(unreadable);
    TargetFile.write(folder.resolve("one.json"), target);
    assertThat(TargetFile.read(folder.resolve("one.json"))).isEqualTo(target);
  }

  private static ObjectNode row(MadeDevice device, int index) {
    return (ObjectNode) device.properties.get("qubits").get(0).get(index);
  }

  private void assertRefused(Consumer<MadeDevice> change, String... parts) throws Exception {
    MadeDevice device = new MadeDevice("cz", 2, 5);
    change.accept(device);
    Path written = device.writeTo(folder);

    assertThatThrownBy(() -> TargetFile.read(written))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageStartingWith(folder.toString())
        .hasMessageContainingAll(parts);
  }
}
