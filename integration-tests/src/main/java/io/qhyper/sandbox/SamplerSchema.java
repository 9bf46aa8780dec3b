package io.qhyper.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;

/** Which keys {@code params} and {@code options} may have (sections 3.1 and 3.3). */
final class SamplerSchema {
  private static final Set<String> PARAMS =
      Set.of("pubs", "version", "support_qiskit", "shots", "options");

  private static final Map<String, Set<String>> OPTIONS =
      Map.of(
          "default_shots",
          Set.of(),
          "dynamical_decoupling",
          Set.of(
              "enable",
              "sequence_type",
              "extra_slack_distribution",
              "scheduling_method",
              "skip_reset_qubits"),
          "execution",
          Set.of("init_qubits", "rep_delay", "meas_type"),
          "twirling",
          Set.of(
              "enable_gates",
              "enable_measure",
              "num_randomizations",
              "shots_per_randomization",
              "strategy"),
          "simulator",
          Set.of("noise_model", "seed_simulator", "coupling_map", "basis_gates"),
          "experimental",
          Set.of());

  private static final Map<String, Set<String>> WORDS =
      Map.of(
          "sequence_type", Set.of("XX", "XpXm", "XY4"),
          "extra_slack_distribution", Set.of("middle", "edges"),
          "scheduling_method", Set.of("alap", "asap"),
          "meas_type", Set.of("classified", "kerneled", "avg_kerneled"),
          "strategy", Set.of("active", "active-circuit", "active-accum", "all"));

  private SamplerSchema() {}

  /** Refuses parameters with an unknown key or word. */
  static void check(JsonNode params) {
    if (!params.isObject()) {
      throw Refusal.badRequest("params must be an object");
    }
    for (Map.Entry<String, JsonNode> param : params.properties()) {
      requireKnown("params", param.getKey(), PARAMS);
    }
    for (Map.Entry<String, JsonNode> option : params.path("options").properties()) {
      requireKnown("params.options", option.getKey(), OPTIONS.keySet());
      Set<String> keys = OPTIONS.get(option.getKey());
      if (keys.isEmpty()) {
        continue; // a plain value, or free
      }
      for (Map.Entry<String, JsonNode> entry : option.getValue().properties()) {
        String place = "params.options." + option.getKey();
        requireKnown(place, entry.getKey(), keys);
        Set<String> words = WORDS.get(entry.getKey());
        if (words != null && !words.contains(entry.getValue().asText())) {
          throw Refusal.badRequest(
              place + "." + entry.getKey() + " must be one of " + words.stream().sorted().toList());
        }
      }
    }
  }

  private static void requireKnown(String place, String key, Set<String> known) {
    if (!known.contains(key)) {
      throw Refusal.badRequest("additional property '" + key + "' is not allowed in " + place);
    }
  }
}
