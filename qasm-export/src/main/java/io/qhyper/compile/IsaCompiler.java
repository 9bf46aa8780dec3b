package io.qhyper.compile;

import io.qhyper.circuit.Barrier;
import io.qhyper.circuit.Circuit;
import io.qhyper.circuit.Conditional;
import io.qhyper.circuit.Delay;
import io.qhyper.circuit.GateCall;
import io.qhyper.circuit.Instruction;
import io.qhyper.circuit.QubitLabels;
import io.qhyper.circuit.Reset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Compiles circuits for a device: native gates on coupled qubits that work, few and good ones, with
 * the same distribution over the classical bits for any values of the parameters.
 *
 * <p>Steps: dead gates are removed, gates are decomposed into one-qubit gates, cz and rzz; the
 * qubits are placed by the calibrated errors of what the circuit will really use, swaps inserted
 * where no line of coupled qubits fits; one-qubit gates are merged, two-qubit gates cancelled, rz
 * moved on and dropped before measurements. Each parameter stays in one rz or rx per occurrence, so
 * that one compiled program serves all rows of values.
 */
public final class IsaCompiler {
  private final Target target;
  private final CompileOptions options;

  private IsaCompiler(Target target, CompileOptions options) {
    this.target = target;
    this.options = options;
  }

  /**
   * The native circuit.
   *
   * @param circuit on virtual qubits, or on physical ones, which are then kept
   * @throws CompileException if the device cannot run it: too few qubits, steps or conditions that
   *     it does not take, a pinned layout on faulty parts; the message names the first cause
   */
  public static CompiledCircuit compile(Circuit circuit, Target target, CompileOptions options) {
    return new IsaCompiler(target, options).compile(circuit);
  }

  /** Whether a device runs a circuit as it stands: native gates on physical qubits that work. */
  public static boolean isNative(Circuit circuit, Target target) {
    return circuit.labels() == QubitLabels.PHYSICAL
        && circuit.qubits() <= target.qubits().size()
        && IsaCheck.violations(circuit.flattened(), target).isEmpty();
  }

  /**
   * A native circuit as it stands, no gate moved, merged or left out.
   *
   * @param circuit for which {@link #isNative} holds
   */
  public static CompiledCircuit asGiven(Circuit circuit, Target target) {
    Circuit flat = circuit.flattened();
    List<Integer> same = IntStream.range(0, circuit.qubits()).boxed().toList();
    CircuitSize size = CircuitSize.of(flat);
    return new CompiledCircuit(
        flat,
        IntStream.range(0, circuit.parameters().size()).boxed().toList(),
        same,
        same,
        new CompileReport(
            size,
            size,
            Estimate.success(flat, target),
            Estimate.unknownErrors(flat, target),
            Estimate.duration(flat, target),
            0,
            LayoutSource.PINNED,
            OptionalDouble.empty()));
  }

  private CompiledCircuit compile(Circuit circuit) {
    if (circuit.qubits() > target.qubits().size()) {
      throw new CompileException(
          "the circuit has %d qubits, device %s has %d"
              .formatted(circuit.qubits(), target.name(), target.qubits().size()));
    }
    CircuitSize before = CircuitSize.of(circuit.flattened());
    List<Instruction> steps = DeadGates.remove(circuit).circuit().instructions();
    Circuit basic = circuit.withInstructions(decomposed(steps));
    steps = withoutIdle(DeadGates.remove(basic).circuit().instructions(), circuit.qubits());

    DeviceGraph device = new DeviceGraph(target, options.gates());
    Placed placed = placed(circuit, steps, device);
    LayoutChoice choice = placed.choice();
    Router.Routed routed = placed.routed();
    List<Instruction> lowered =
        NativeLowering.lower(routed.steps(), target.qubits().size(), device);
    Circuit compiled =
        new Circuit(
            QubitLabels.PHYSICAL,
            target.qubits().size(),
            circuit.registers(),
            circuit.parameters(),
            AngleForms.apply(lowered, options.parameters()));
    List<String> violations = IsaCheck.violations(compiled, target);
    if (!violations.isEmpty()) {
      throw new CompileException(
          "device %s cannot run this: %s".formatted(target.name(), violations.get(0)));
    }
    DeadGates.Removal removal = DeadGates.withLiveParameters(compiled);
    return new CompiledCircuit(
        removal.circuit(),
        removal.live(),
        choice.layout(),
        routed.layout(),
        new CompileReport(
            before,
            CircuitSize.of(compiled),
            Estimate.success(compiled, target),
            Estimate.unknownErrors(compiled, target),
            Estimate.duration(compiled, target),
            routed.swaps(),
            choice.source(),
            choice.bound()));
  }

  private record Placed(LayoutChoice choice, Router.Routed routed) {}

  /** The layout that takes the fewest swaps, and the way to route it. */
  private Placed placed(Circuit circuit, List<Instruction> steps, DeviceGraph device) {
    Distances distances = new Distances(device);
    Optional<Placed> best = Optional.empty();
    for (LayoutChoice choice : layouts(circuit, steps, device, distances)) {
      for (Router.Afterwards afterwards : Router.Afterwards.values()) {
        Router.Routed routed = Router.route(steps, choice.layout(), device, distances, afterwards);
        if (best.isEmpty() || routed.swaps() < best.get().routed().swaps()) {
          best = Optional.of(new Placed(choice, routed));
        }
      }
    }
    return best.orElseThrow();
  }

  private List<LayoutChoice> layouts(
      Circuit circuit, List<Instruction> steps, DeviceGraph device, Distances distances) {
    if (circuit.labels() == QubitLabels.PHYSICAL) {
      List<Integer> same = IntStream.range(0, circuit.qubits()).boxed().toList();
      return List.of(LayoutChoice.pinned(same, circuit.qubits(), device.qubits()));
    } else if (options.layout().isPresent()) {
      return List.of(
          LayoutChoice.pinned(options.layout().get(), circuit.qubits(), device.qubits()));
    }
    return LayoutChoice.search(steps, circuit.qubits(), device, distances);
  }

  private List<Instruction> decomposed(List<Instruction> steps) {
    List<Instruction> out = new ArrayList<>();
    for (Instruction step : steps) {
      if (step instanceof GateCall call) {
        out.addAll(Decomposition.of(call));
      } else if (step instanceof Conditional conditional) {
        Conditional checked = BranchRules.checked(conditional, target);
        out.add(
            new Conditional(
                checked.condition(), decomposed(checked.then()), decomposed(checked.otherwise())));
      } else {
        requireSupported(step);
        out.add(step);
      }
    }
    return out;
  }

  private void requireSupported(Instruction step) {
    String name = step instanceof Reset ? "reset" : step instanceof Delay ? "delay" : "";
    if (!name.isEmpty() && !target.supports(name)) {
      throw new CompileException("device %s has no %s".formatted(target.name(), name));
    }
  }

  /** Takes qubits out of barriers that nothing else touches. */
  private static List<Instruction> withoutIdle(List<Instruction> steps, int qubits) {
    Set<Integer> active = new Interactions(steps, qubits).active();
    List<Instruction> out = new ArrayList<>();
    for (Instruction step : steps) {
      if (step instanceof Barrier barrier) {
        List<Integer> on = barrier.qubits().stream().filter(active::contains).toList();
        if (!on.isEmpty()) {
          out.add(new Barrier(on));
        }
      } else {
        out.add(step);
      }
    }
    return out;
  }
}
