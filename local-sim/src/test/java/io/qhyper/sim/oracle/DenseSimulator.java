package io.qhyper.sim.oracle;

import io.qhyper.circuit.Binding;
import io.qhyper.circuit.Circuit;
import io.qhyper.circuit.Conditional;
import io.qhyper.circuit.GateCall;
import io.qhyper.circuit.GateName;
import io.qhyper.circuit.Instruction;
import io.qhyper.circuit.Measure;
import io.qhyper.circuit.Reset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The exact distribution of all classical bits, by following every outcome of every measurement.
 */
public final class DenseSimulator {
  private final Binding binding;
  private final Map<Long, Double> distribution = new TreeMap<>();

  private DenseSimulator(Binding binding) {
    this.binding = binding;
  }

  /**
   * Probabilities of the values of all classical bits together, classical bit 0 least significant,
   * at most 63 bits; values of probability 0 may be absent.
   */
  public static Map<Long, Double> distribution(Circuit circuit, Binding binding) {
    DenseSimulator simulator = new DenseSimulator(binding);
    simulator.run(
        DenseState.zero(circuit.qubits()), 0, new ArrayList<>(circuit.flattened().instructions()));
    return simulator.distribution;
  }

  private void run(DenseState state, long bits, List<Instruction> steps) {
    if (state.norm() < 1e-18) {
      return;
    }
    if (steps.isEmpty()) {
      distribution.merge(bits, state.norm(), Double::sum);
      return;
    }
    List<Instruction> rest = new ArrayList<>(steps.subList(1, steps.size()));
    Instruction step = steps.get(0);
    if (step instanceof GateCall call) {
      run(state.after(call, binding), bits, rest);
    } else if (step instanceof Measure measure) {
      long bit = 1L << measure.bit();
      run(state.projected(measure.qubit(), 0), bits & ~bit, rest);
      run(state.projected(measure.qubit(), 1), bits | bit, rest);
    } else if (step instanceof Reset reset) {
      GateCall flip = GateCall.of(GateName.X, List.of(), reset.qubit());
      run(state.projected(reset.qubit(), 0), bits, rest);
      run(state.projected(reset.qubit(), 1).after(flip, binding), bits, rest);
    } else if (step instanceof Conditional conditional) {
      boolean holds = conditional.condition().holds(bit -> (bits >> bit & 1) != 0);
      rest.addAll(0, holds ? conditional.then() : conditional.otherwise());
      run(state, bits, rest);
    } else {
      run(state, bits, rest);
    }
  }
}
