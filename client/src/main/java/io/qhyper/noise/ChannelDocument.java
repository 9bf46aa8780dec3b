package io.qhyper.noise;

import io.qhyper.sim.noise.AmplitudeDamping;
import io.qhyper.sim.noise.Channel;
import io.qhyper.sim.noise.Depolarizing;
import io.qhyper.sim.noise.KrausChannel;
import io.qhyper.sim.noise.KrausOperator;
import io.qhyper.sim.noise.OverRotation;
import io.qhyper.sim.noise.PauliErrors;
import io.qhyper.sim.noise.PhaseDamping;
import io.qhyper.sim.noise.ThermalRelaxation;
import io.qhyper.store.YamlPlace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The shape of a channel in YAML: one key that names its kind. */
final class ChannelDocument {
  private ChannelDocument() {}

  /**
   * A channel.
   *
   * @param qubits of a depolarising one that does not say
   */
  static Channel channel(YamlPlace place, int qubits) {
    Map<String, YamlPlace> map = place.map();
    if (map.size() != 1) {
      throw place.wrong("must have one key, the kind of channel, got " + map.keySet());
    }
    String kind = map.keySet().iterator().next();
    YamlPlace content = map.get(kind);
    return content.made(
        () ->
            switch (kind) {
              case "depolarizing" -> depolarizing(content, qubits);
              case "pauli" -> pauli(content);
              case "amplitude_damping" -> new AmplitudeDamping(content.number());
              case "phase_damping" -> new PhaseDamping(content.number());
              case "thermal_relaxation" -> relaxation(content);
              case "over_rotation" -> rotation(content);
              case "kraus" ->
                  new KrausChannel(content.list().stream().map(ChannelDocument::kraus).toList());
              default ->
                  throw place.wrong(
                      "has the unknown kind '"
                          + kind
                          + "'; known are depolarizing, pauli, amplitude_damping, phase_damping,"
                          + " thermal_relaxation, over_rotation, kraus");
            });
  }

  private static Depolarizing depolarizing(YamlPlace place, int usual) {
    place.only("p", "lambda", "r", "qubits");
    int qubits = place.find("qubits").map(YamlPlace::integer).orElse(usual);
    List<String> given = List.of("p", "lambda", "r").stream().filter(place.node()::has).toList();
    if (given.size() != 1) {
      throw place.wrong(
          "needs one of p (probability of a Pauli error), lambda (weight of the maximally mixed"
              + " state) and r (average gate infidelity), got "
              + given);
    }
    double value = place.at(given.get(0)).number();
    return switch (given.get(0)) {
      case "p" -> Depolarizing.ofPauliProbability(qubits, value);
      case "lambda" -> Depolarizing.ofMixingWeight(qubits, value);
      default -> Depolarizing.ofInfidelity(qubits, value);
    };
  }

  private static PauliErrors pauli(YamlPlace place) {
    Map<String, Double> probabilities = new LinkedHashMap<>();
    place.map().forEach((letters, value) -> probabilities.put(letters, value.number()));
    return new PauliErrors(probabilities);
  }

  private static ThermalRelaxation relaxation(YamlPlace place) {
    place.only("t1", "t2", "duration");
    return new ThermalRelaxation(
        place.at("t1").number(), place.at("t2").number(), place.at("duration").number());
  }

  private static OverRotation rotation(YamlPlace place) {
    place.only("axis", "angle");
    return new OverRotation(place.at("axis").text(), place.at("angle").number());
  }

  /** A list of rows, each a list of numbers or of pairs [re, im]. */
  private static KrausOperator kraus(YamlPlace place) {
    List<YamlPlace> rows = place.list();
    int n = rows.size();
    double[] re = new double[n * n];
    double[] im = new double[n * n];
    for (int row = 0; row < n; row++) {
      List<YamlPlace> entries = rows.get(row).list();
      if (entries.size() != n) {
        throw rows.get(row).wrong("must have " + n + " entries, got " + entries.size());
      }
      for (int column = 0; column < n; column++) {
        YamlPlace entry = entries.get(column);
        boolean isPair = entry.isThere() && entry.node().isArray();
        if (isPair && entry.list().size() != 2) {
          throw entry.wrong("must be a number or a pair [re, im], got " + entry.node());
        }
        re[row * n + column] = (isPair ? entry.list().get(0) : entry).number();
        im[row * n + column] = isPair ? entry.list().get(1).number() : 0;
      }
    }
    return new KrausOperator(n, re, im);
  }
}
