package io.qhyper.noise;

import io.qhyper.compile.GateFacts;
import io.qhyper.compile.Target;
import io.qhyper.compile.TargetQubit;
import io.qhyper.sim.noise.Depolarizing;
import io.qhyper.sim.noise.GateScope;
import io.qhyper.sim.noise.IdleNoise;
import io.qhyper.sim.noise.NoiseModel;
import io.qhyper.sim.noise.NoiseRule;
import io.qhyper.sim.noise.ReadoutError;
import io.qhyper.sim.noise.ReadoutErrors;
import io.qhyper.sim.noise.Relaxation;
import io.qhyper.sim.noise.StepLengths;
import io.qhyper.sim.noise.ThermalRelaxation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.DoubleStream;

/**
 * The noise of a device, derived from its calibration.
 *
 * <p>A gate's reported error is its average infidelity r. After the gate its qubits relax for the
 * gate's length, and a depolarising channel makes up the rest of r. Where relaxation alone exceeds
 * r it stays and the gate is listed, or is shortened to r if asked for. Readings are wrong as the
 * device says, with no relaxation on top; waiting qubits relax, with every step as late as can be.
 * {@code rz} is done in software and has no noise. Faulty gates get no rule: a program must not use
 * them.
 */
public final class DeviceNoise {
  private static final Set<String> NO_GATES =
      Set.of("measure", "measure_2", "reset", "reset_2", "delay", "if_else", "rz");

  private final Target target;
  private final RelaxationMatch match;
  private final List<NoiseRule> rules = new ArrayList<>();
  private final Map<String, List<List<Integer>>> exceeding = new TreeMap<>();
  private final Map<String, Map<List<Integer>, Double>> lengths = new HashMap<>();

  /** What happens where relaxation over a gate's length exceeds the gate's reported error. */
  public enum RelaxationMatch {
    /** Relaxation stays as T1 and T2 say; the gate is noisier than reported. */
    RELAXATION,
    /** Relaxation is shortened so that the gate's error is the reported one. */
    REPORTED
  }

  /**
   * A derived model.
   *
   * @param exceeding gate → the places where relaxation alone exceeds the reported error
   */
  public record Derived(NoiseModel model, Map<String, List<List<Integer>>> exceeding) {}

  private DeviceNoise(Target target, RelaxationMatch match) {
    this.target = target;
    this.match = match;
  }

  /**
   * The noise of a device.
   *
   * @throws IllegalArgumentException if the device gives no error for any site of a gate
   */
  public static Derived of(Target target, RelaxationMatch match) {
    return new DeviceNoise(target, match).derive();
  }

  private Derived derive() {
    target.gates().forEach(this::addGate);
    Map<Integer, Relaxation> relaxations = new HashMap<>();
    Map<Integer, ReadoutError> readout = new HashMap<>();
    Map<List<Integer>, Double> measurements = new HashMap<>();
    for (int qubit = 0; qubit < target.qubits().size(); qubit++) {
      TargetQubit facts = target.qubits().get(qubit);
      relaxations.put(qubit, relaxation(facts));
      readout.put(qubit, readout(facts));
      double length = facts.readoutLength().orElse(longestReadout());
      measurements.put(List.of(qubit), length);
    }
    lengths.put("measure", measurements);
    addLengths("reset");
    NoiseModel model =
        new NoiseModel(
            description(),
            NoiseModel.QubitNumbers.PHYSICAL,
            rules,
            new ReadoutErrors(ReadoutError.NONE, readout, Map.of()),
            Optional.of(
                new IdleNoise(
                    Optional.empty(),
                    relaxations,
                    new StepLengths(Map.of(), lengths, target.sampleTime()))));
    return new Derived(model, exceeding);
  }

  private String description() {
    return "noise of "
        + target.name()
        + " "
        + target.version()
        + ": gate errors (average infidelity r) as relaxation over the gate's length and a"
        + " depolarising rest, readout, idle relaxation"
        + (match == RelaxationMatch.REPORTED ? ", relaxation shortened to reported errors" : "");
  }

  private void addGate(String gate, Map<List<Integer>, GateFacts> sites) {
    if (NO_GATES.contains(gate)) {
      return;
    }
    addLengths(gate);
    OptionalDouble worst = worstError(sites);
    sites.forEach(
        (on, facts) -> {
          if (target.isUsable(gate, on) && on.size() <= 2) {
            double error = facts.error().orElseGet(() -> known(gate, worst));
            double length = lengths.get(gate).getOrDefault(on, 0.0);
            addRules(gate, on, error, length);
          }
        });
  }

  private double known(String gate, OptionalDouble worst) {
    return worst.orElseThrow(
        () ->
            new IllegalArgumentException(
                "device " + target.name() + " gives no error of any " + gate + " gate"));
  }

  private static OptionalDouble worstError(Map<List<Integer>, GateFacts> sites) {
    return sites.values().stream()
        .filter(facts -> !facts.isFaulty() && facts.error().isPresent())
        .mapToDouble(facts -> facts.error().getAsDouble())
        .max();
  }

  /** The lengths of a gate; where the device gives none, the longest known one. */
  private void addLengths(String gate) {
    Map<List<Integer>, GateFacts> sites = target.sites(gate);
    double longest = sites.values().stream().flatMapToDouble(DeviceNoise::length).max().orElse(0);
    Map<List<Integer>, Double> own = new HashMap<>();
    sites.forEach((on, facts) -> own.put(on, facts.length().orElse(longest)));
    lengths.put(gate, own);
  }

  private static DoubleStream length(GateFacts facts) {
    return facts.length().stream();
  }

  private void addRules(String gate, List<Integer> on, double error, double length) {
    GateScope scope = GateScope.at(gate, on);
    int d = 1 << on.size();
    double goal = 1 - error * (d + 1) / d; // entanglement fidelity
    double fidelity = relaxed(on, length);
    double duration = length;
    if (fidelity < goal) {
      exceeding.computeIfAbsent(gate, missing -> new ArrayList<>()).add(on);
      duration = match == RelaxationMatch.REPORTED ? shortened(on, length, goal) : length;
    }
    for (int operand = 0; operand < on.size(); operand++) {
      ThermalRelaxation channel = relaxation(on.get(operand)).during(duration);
      if (!channel.isIdentity()) {
        rules.add(new NoiseRule(scope, channel, List.of(operand)));
      }
    }
    // (1 − λ)F + λ/d² is the fidelity after relaxation and depolarising.
    double rest = (fidelity - goal) / (fidelity - 1.0 / (d * d));
    if (rest > 0) {
      double most = d * d / (d * d - 1.0);
      rules.add(NoiseRule.of(scope, Depolarizing.ofMixingWeight(on.size(), Math.min(rest, most))));
    }
  }

  /** Entanglement fidelity of all qubits' relaxation for a time. */
  private double relaxed(List<Integer> on, double seconds) {
    return on.stream()
        .mapToDouble(qubit -> relaxation(qubit).during(seconds).entanglementFidelity())
        .reduce(1, (a, b) -> a * b);
  }

  /** The time in which relaxation comes to a fidelity; by bisection, as it falls with time. */
  private double shortened(List<Integer> on, double longest, double goal) {
    double low = 0;
    double high = longest;
    for (int step = 0; step < 60; step++) {
      double middle = (low + high) / 2;
      if (relaxed(on, middle) > goal) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private Relaxation relaxation(int qubit) {
    return relaxation(target.qubits().get(qubit));
  }

  /** What the device does not say does not relax; T2 is at most 2·T1. */
  private static Relaxation relaxation(TargetQubit facts) {
    double t1 = positive(facts.t1());
    return new Relaxation(t1, Math.min(positive(facts.t2()), 2 * t1));
  }

  private static double positive(OptionalDouble time) {
    return time.isPresent() && time.getAsDouble() > 0
        ? time.getAsDouble()
        : Double.POSITIVE_INFINITY;
  }

  private ReadoutError readout(TargetQubit facts) {
    double mean = facts.readoutError().orElseGet(this::worstReadout);
    return new ReadoutError(facts.prob1Given0().orElse(mean), facts.prob0Given1().orElse(mean));
  }

  private double worstReadout() {
    return target.qubits().stream()
        .filter(TargetQubit::isReadable)
        .flatMapToDouble(qubit -> qubit.readoutError().stream())
        .max()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "device " + target.name() + " gives no readout error of any qubit"));
  }

  private double longestReadout() {
    return target.qubits().stream()
        .flatMapToDouble(qubit -> qubit.readoutLength().stream())
        .max()
        .orElse(0);
  }
}
