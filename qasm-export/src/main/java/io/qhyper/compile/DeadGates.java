package io.qhyper.compile;

import io.qhyper.circuit.Angle;
import io.qhyper.circuit.Circuit;
import io.qhyper.circuit.Conditional;
import io.qhyper.circuit.GateCall;
import io.qhyper.circuit.Instruction;
import io.qhyper.circuit.Parameter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Removes gates that provably do not change what is measured, for any values of the parameters.
 *
 * <p>From the front: gates that act on basis states only, with a control in |0⟩ or a diagonal
 * matrix. From the back: diagonal gates before a measurement or a permutation of basis states that
 * is measured, gates before a reset, gates on what is never looked at (reference, section 3). Holds
 * for noise-free circuits only: a gate that a noise model touches must not be removed. Cost: linear
 * in the number of gates per sweep, and few sweeps.
 */
public final class DeadGates {
  private DeadGates() {}

  /**
   * What is left of a circuit, and which of its parameters still matter.
   *
   * @param circuit the shorter circuit; its inputs are the live parameters
   * @param live for each input of the shorter circuit, its position in the full parameter vector;
   *     ascending
   * @param dead the parameters that no longer occur, so that the gradient in them is zero
   */
  public record Removal(Circuit circuit, List<Integer> live, List<Parameter> dead) {
    public Removal {
      live = List.copyOf(live);
      dead = List.copyOf(dead);
    }

    /** The values of the live parameters, out of a full parameter vector. */
    public double[] liveValues(double[] full) {
      return live.stream().mapToDouble(i -> full[i]).toArray();
    }
  }

  /** Removes dead gates until none is left; definitions are flattened first. */
  public static Removal remove(Circuit circuit) {
    Circuit shorter = circuit.flattened();
    int before;
    do {
      before = shorter.instructions().size();
      List<Instruction> front = ForwardSweep.keep(shorter);
      shorter = shorter.withInstructions(BackwardSweep.keep(shorter, front));
    } while (shorter.instructions().size() < before);
    return withLiveParameters(shorter);
  }

  /** The same circuit with only those inputs that occur. */
  static Removal withLiveParameters(Circuit circuit) {
    Set<Parameter> occurring = new HashSet<>();
    collect(circuit.instructions(), occurring);
    List<Integer> live = new ArrayList<>();
    List<Parameter> inputs = new ArrayList<>();
    List<Parameter> dead = new ArrayList<>();
    for (int i = 0; i < circuit.parameters().size(); i++) {
      Parameter parameter = circuit.parameters().get(i);
      if (occurring.contains(parameter)) {
        live.add(i);
        inputs.add(parameter);
      } else {
        dead.add(parameter);
      }
    }
    Circuit shorter =
        new Circuit(
            circuit.labels(),
            circuit.qubits(),
            circuit.registers(),
            inputs,
            circuit.instructions());
    return new Removal(shorter, live, dead);
  }

  private static void collect(List<Instruction> steps, Set<Parameter> occurring) {
    for (Instruction step : steps) {
      if (step instanceof GateCall call) {
        for (Angle angle : call.angles()) {
          angle.terms().forEach(term -> occurring.add(term.parameter()));
        }
      } else if (step instanceof Conditional conditional) {
        collect(conditional.then(), occurring);
        collect(conditional.otherwise(), occurring);
      }
    }
  }
}
