package io.qhyper.sim;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What all engines offer for one plan, and the choice among them. */
final class Engines {
  private static final Map<EngineName, EngineKind> KINDS = kinds();

  private final SimulationOptions options;
  private final Map<EngineName, EngineOffer> offers = new EnumMap<>(EngineName.class);

  /** The offers for a plan. */
  Engines(Plan plan, SimulationOptions options) {
    this.options = options;
    KINDS.forEach((name, kind) -> offers.put(name, kind.offer(plan, options)));
  }

  private static Map<EngineName, EngineKind> kinds() {
    Map<EngineName, EngineKind> kinds = new EnumMap<>(EngineName.class);
    kinds.put(EngineName.LINE, new LineKind());
    kinds.put(EngineName.MPS, new MpsKind());
    kinds.put(EngineName.STATEVECTOR, new StateVectorKind());
    kinds.put(EngineName.REFERENCE, new ReferenceKind());
    return kinds;
  }

  /**
   * Which engine runs the plan: the one asked for by name; otherwise the fastest that fits the
   * heap, by the estimates; the smallest if none fits.
   *
   * @throws UnsupportedProgramException if the engine asked for cannot run it, or none can
   */
  EngineChoice choose(long heapBytes) {
    List<EngineEstimate> estimates = offers.values().stream().map(EngineOffer::estimate).toList();
    if (options.engine() != EngineName.AUTO) {
      return new EngineChoice(
          options.engine(), "asked for by name", checked(options.engine(), estimates));
    }
    Optional<EngineEstimate> fastest =
        estimates.stream()
            .filter(estimate -> estimate.fits(heapBytes))
            .min(Comparator.comparingDouble(EngineEstimate::milliseconds));
    if (fastest.isPresent()) {
      return new EngineChoice(fastest.get().engine(), "the fastest by the estimates", estimates);
    }
    EngineEstimate smallest =
        estimates.stream()
            .filter(estimate -> estimate.obstacle().isEmpty())
            .min(Comparator.comparingDouble(EngineEstimate::bytes))
            .orElseThrow(
                () ->
                    new UnsupportedProgramException(
                        "no engine can run this program: " + obstacles(estimates)));
    return new EngineChoice(
        smallest.engine(), "the smallest; by the estimates none fits the heap", estimates);
  }

  private static List<EngineEstimate> checked(EngineName name, List<EngineEstimate> estimates) {
    EngineEstimate asked =
        estimates.stream()
            .filter(estimate -> estimate.engine() == name)
            .findFirst()
            .orElseThrow(
                () ->
                    new UnsupportedProgramException(
                        "there is no engine " + name + " yet; use " + KINDS.keySet()));
    asked
        .obstacle()
        .ifPresent(
            obstacle -> {
              throw new UnsupportedProgramException(
                  "engine " + name + " cannot run this program: " + obstacle + "; use auto");
            });
    return estimates;
  }

  private static String obstacles(List<EngineEstimate> estimates) {
    return String.join(
        "; ",
        estimates.stream()
            .map(estimate -> estimate.engine() + ": " + estimate.obstacle().orElseThrow())
            .toList());
  }

  /** The engine of a choice. */
  Engine make(EngineChoice choice, long heapBytes) {
    return offers.get(choice.engine()).maker().make(this, heapBytes);
  }

  /** The first of some engines that can run the plan in a heap of so many bytes. */
  Optional<Engine> first(List<EngineName> names, long heapBytes) {
    return names.stream()
        .map(offers::get)
        .filter(offer -> offer.estimate().fits(heapBytes))
        .findFirst()
        .map(offer -> offer.maker().make(this, heapBytes));
  }
}
