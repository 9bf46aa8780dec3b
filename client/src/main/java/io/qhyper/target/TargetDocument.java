package io.qhyper.target;

import io.qhyper.compile.GateFacts;
import io.qhyper.compile.Target;
import io.qhyper.compile.TargetQubit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;

/**
 * A {@link Target} as one JSON file; times in seconds, null for what is not known.
 *
 * @param qhyperTarget version of this format: 1
 */
record TargetDocument(
    Integer qhyperTarget,
    String name,
    String version,
    Double sampleTime,
    Double repetitionDelay,
    Set<String> instructions,
    List<Qubit> qubits,
    List<Site> gates) {
  static final int FORMAT = 1;

  record Qubit(
      Double t1,
      Double t2,
      Double readoutError,
      Double prob0Given1,
      Double prob1Given0,
      Double readoutLength,
      Boolean operational) {}

  record Site(
      String gate, List<Integer> qubits, Double error, Double length, Boolean operational) {}

  static TargetDocument of(Target target) {
    List<Site> sites = new ArrayList<>();
    target
        .gates()
        .forEach(
            (name, places) ->
                places.forEach(
                    (on, facts) ->
                        sites.add(
                            new Site(
                                name,
                                on,
                                orNull(facts.error()),
                                orNull(facts.length()),
                                facts.operational()))));
    return new TargetDocument(
        FORMAT,
        target.name(),
        target.version(),
        orNull(target.sampleTime()),
        orNull(target.repetitionDelay()),
        target.instructions(),
        target.qubits().stream().map(TargetDocument::qubit).toList(),
        sites);
  }

  private static Qubit qubit(TargetQubit qubit) {
    return new Qubit(
        orNull(qubit.t1()),
        orNull(qubit.t2()),
        orNull(qubit.readoutError()),
        orNull(qubit.prob0Given1()),
        orNull(qubit.prob1Given0()),
        orNull(qubit.readoutLength()),
        qubit.operational());
  }

  /** Throws IllegalArgumentException if something is missing or out of range. */
  Target target() {
    if (qhyperTarget == null || qhyperTarget != FORMAT) {
      throw new IllegalArgumentException(
          "expected qhyper_target " + FORMAT + ", got " + qhyperTarget);
    }
    if (name == null
        || version == null
        || qubits == null
        || gates == null
        || instructions == null) {
      throw new IllegalArgumentException(
          "name, version, instructions, qubits and gates must all be there");
    }
    Map<String, Map<List<Integer>, GateFacts>> sites = new TreeMap<>();
    for (Site site : gates) {
      sites
          .computeIfAbsent(site.gate(), gate -> new LinkedHashMap<>())
          .put(
              site.qubits(),
              new GateFacts(
                  optional(site.error()), optional(site.length()), isTrue(site.operational())));
    }
    return new Target(
        name,
        version,
        qubits.stream().map(TargetDocument::qubit).toList(),
        sites,
        instructions,
        optional(sampleTime),
        optional(repetitionDelay));
  }

  private static TargetQubit qubit(Qubit qubit) {
    return new TargetQubit(
        optional(qubit.t1()),
        optional(qubit.t2()),
        optional(qubit.readoutError()),
        optional(qubit.prob0Given1()),
        optional(qubit.prob1Given0()),
        optional(qubit.readoutLength()),
        isTrue(qubit.operational()));
  }

  private static boolean isTrue(Boolean operational) {
    return operational == null || operational;
  }

  private static OptionalDouble optional(Double value) {
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  @SuppressWarnings("NullAway") // JSON's word for a missing number
  private static Double orNull(OptionalDouble value) {
    return value.isPresent() ? (Double) value.getAsDouble() : null;
  }
}
