package io.qhyper.sim;

import io.qhyper.circuit.Circuit;
import io.qhyper.circuit.Conditional;
import io.qhyper.circuit.GateCall;
import io.qhyper.circuit.Instruction;
import io.qhyper.circuit.Measure;
import io.qhyper.circuit.Reset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Makes a {@link Plan} of a circuit. */
final class Planner {
  private final Circuit circuit;
  private final Map<Integer, Integer> compact = new HashMap<>();
  private final BitSet terminal;
  private final Set<Integer> changed = new HashSet<>();
  private final List<PlannedGate> prefix = new ArrayList<>();
  private final List<TailStep> tail = new ArrayList<>();
  private final List<Readout> readouts = new ArrayList<>();

  private Planner(Circuit circuit) {
    this.circuit = circuit;
    Set<Integer> touched = new TreeSet<>();
    collectTouched(circuit.instructions(), touched);
    touched.forEach(qubit -> compact.put(qubit, compact.size()));
    this.terminal = TerminalMeasurements.of(circuit.instructions());
  }

  static Plan plan(Circuit circuit) {
    Circuit flat = circuit.flattened();
    return new Planner(flat.withInstructions(LiveSteps.of(flat.instructions()))).plan();
  }

  private static void collectTouched(List<Instruction> steps, Set<Integer> touched) {
    for (Instruction step : steps) {
      if (step instanceof GateCall call) {
        touched.addAll(call.qubits());
      } else if (step instanceof Conditional conditional) {
        collectTouched(conditional.then(), touched);
        collectTouched(conditional.otherwise(), touched);
      }
    }
  }

  private Plan plan() {
    for (int i = 0; i < circuit.instructions().size(); i++) {
      Instruction step = circuit.instructions().get(i);
      if (step instanceof Measure measure && terminal.get(i)) {
        readOut(measure);
      } else if (tail.isEmpty() && step instanceof GateCall call) {
        prefix.add(gate(call));
        changed.addAll(call.qubits());
      } else if (!isIdleReset(step)) {
        addTail(step, tail);
      }
    }
    return new Plan(
        circuit.parameters(),
        compact.size(),
        circuit.registers(),
        circuit.bits(),
        prefix,
        tail,
        readouts);
  }

  /** Whether a step resets a qubit that is still |0⟩, as many programs do at their start. */
  private boolean isIdleReset(Instruction step) {
    return step instanceof Reset reset && tail.isEmpty() && !changed.contains(reset.qubit());
  }

  private PlannedGate gate(GateCall call) {
    return new PlannedGate(call, compact::get, circuit.parameters());
  }

  private void readOut(Measure measure) {
    if (compact.containsKey(measure.qubit())) {
      readouts.add(new Readout(compact.get(measure.qubit()), measure.bit()));
    } else if (!tail.isEmpty()) {
      tail.add(new TailStep.Clear(measure.bit()));
    }
  }

  private void addTail(Instruction step, List<TailStep> out) {
    if (step instanceof GateCall call) {
      out.add(new TailStep.Apply(gate(call)));
    } else if (step instanceof Measure measure) {
      out.add(
          compact.containsKey(measure.qubit())
              ? new TailStep.Observe(compact.get(measure.qubit()), measure.bit())
              : new TailStep.Clear(measure.bit()));
    } else if (step instanceof Reset reset) {
      if (compact.containsKey(reset.qubit())) {
        out.add(new TailStep.Restart(compact.get(reset.qubit())));
      }
    } else if (step instanceof Conditional conditional) {
      List<TailStep> then = new ArrayList<>();
      conditional.then().forEach(inner -> addTail(inner, then));
      List<TailStep> otherwise = new ArrayList<>();
      conditional.otherwise().forEach(inner -> addTail(inner, otherwise));
      if (!otherwise.isEmpty()) {
        then.add(new TailStep.Skip(otherwise.size()));
      }
      out.add(new TailStep.SkipUnless(conditional.condition(), then.size()));
      out.addAll(then);
      out.addAll(otherwise);
    }
  }
}
