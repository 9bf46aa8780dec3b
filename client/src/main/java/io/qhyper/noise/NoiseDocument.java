package io.qhyper.noise;

import io.qhyper.sim.noise.GateScope;
import io.qhyper.sim.noise.IdleNoise;
import io.qhyper.sim.noise.NoiseModel;
import io.qhyper.sim.noise.NoiseModel.QubitNumbers;
import io.qhyper.sim.noise.NoiseRule;
import io.qhyper.sim.noise.ReadoutError;
import io.qhyper.sim.noise.ReadoutErrors;
import io.qhyper.sim.noise.Relaxation;
import io.qhyper.sim.noise.StepLengths;
import io.qhyper.store.YamlPlace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** The shape of a noise model in YAML. */
final class NoiseDocument {
  private NoiseDocument() {}

  static NoiseModel model(YamlPlace root) {
    root.only("description", "qubits", "gates", "readout", "idle");
    String description =
        root.find("description").map(YamlPlace::text).orElse("a model without description");
    return new NoiseModel(
        description,
        root.find("qubits").map(NoiseDocument::numbers).orElse(QubitNumbers.ANY),
        root.find("gates").map(YamlPlace::list).orElse(List.of()).stream()
            .map(NoiseDocument::rule)
            .toList(),
        root.find("readout").map(NoiseDocument::readout).orElse(ReadoutErrors.NONE),
        root.find("idle").map(NoiseDocument::idle));
  }

  private static QubitNumbers numbers(YamlPlace place) {
    return switch (place.text()) {
      case "any" -> QubitNumbers.ANY;
      case "physical" -> QubitNumbers.PHYSICAL;
      default -> throw place.wrong("must be any or physical, got '" + place.text() + "'");
    };
  }

  private static NoiseRule rule(YamlPlace place) {
    place.only("gate", "qubits", "arity", "on", "channel");
    OptionalInt arity =
        place.find("arity").map(p -> OptionalInt.of(p.integer())).orElse(OptionalInt.empty());
    Optional<List<Integer>> qubits = place.find("qubits").map(YamlPlace::integers);
    List<Integer> on = place.find("on").map(YamlPlace::integers).orElse(List.of());
    int size =
        !on.isEmpty()
            ? on.size()
            : qubits.map(List::size).orElse(arity.orElse(1)); // of the channel
    return place.made(
        () ->
            new NoiseRule(
                new GateScope(place.find("gate").map(YamlPlace::text), qubits, arity),
                ChannelDocument.channel(place.at("channel"), size),
                on));
  }

  private static ReadoutErrors readout(YamlPlace place) {
    place.only("everywhere", "qubits", "registers");
    Map<Integer, ReadoutError> qubits = new LinkedHashMap<>();
    place
        .find("qubits")
        .map(YamlPlace::map)
        .orElse(Map.of())
        .values()
        .forEach(p -> qubits.put(p.qubit(), error(p)));
    Map<String, ReadoutError> registers = new LinkedHashMap<>();
    place
        .find("registers")
        .map(YamlPlace::map)
        .orElse(Map.of())
        .forEach((name, p) -> registers.put(name, error(p)));
    return new ReadoutErrors(
        place.find("everywhere").map(NoiseDocument::error).orElse(ReadoutError.NONE),
        qubits,
        registers);
  }

  private static ReadoutError error(YamlPlace place) {
    place.only("1_given_0", "0_given_1");
    return place.made(
        () -> new ReadoutError(place.at("1_given_0").number(), place.at("0_given_1").number()));
  }

  private static IdleNoise idle(YamlPlace place) {
    place.only("everywhere", "qubits", "lengths", "dt");
    Map<Integer, Relaxation> qubits = new LinkedHashMap<>();
    place
        .find("qubits")
        .map(YamlPlace::map)
        .orElse(Map.of())
        .values()
        .forEach(p -> qubits.put(p.qubit(), relaxation(p)));
    Map<String, Double> lengths = new LinkedHashMap<>();
    place
        .find("lengths")
        .map(YamlPlace::map)
        .orElse(Map.of())
        .forEach((name, p) -> lengths.put(name, p.number()));
    OptionalDouble sampleTime =
        place.find("dt").map(p -> OptionalDouble.of(p.number())).orElse(OptionalDouble.empty());
    return place.made(
        () ->
            new IdleNoise(
                place.find("everywhere").map(NoiseDocument::relaxation),
                qubits,
                new StepLengths(lengths, Map.of(), sampleTime)));
  }

  private static Relaxation relaxation(YamlPlace place) {
    place.only("t1", "t2");
    return place.made(() -> new Relaxation(place.at("t1").number(), place.at("t2").number()));
  }
}
