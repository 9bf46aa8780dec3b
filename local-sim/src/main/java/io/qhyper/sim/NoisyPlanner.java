package io.qhyper.sim;

import io.qhyper.circuit.Circuit;
import io.qhyper.circuit.ClassicalRegister;
import io.qhyper.circuit.GateCall;
import io.qhyper.circuit.Instruction;
import io.qhyper.circuit.Measure;
import io.qhyper.circuit.Reset;
import io.qhyper.sim.noise.ReadoutError;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Makes a {@link NoisyPlan} of a program with its noise; leaves out no gate. */
final class NoisyPlanner {
  private final NoisyProgram program;
  private final Circuit circuit;
  private final Map<Integer, Integer> compact = new HashMap<>();
  private final BitSet terminal;
  private final List<PlannedGate> prefix = new ArrayList<>();
  private final List<TailStep> tail = new ArrayList<>();
  private final List<Readout> readouts = new ArrayList<>();
  private final List<TailStep.Misread> misreads = new ArrayList<>();
  private final Set<Integer> read = new HashSet<>(); // nothing that follows is looked at

  private NoisyPlanner(NoisyProgram program) {
    this.program = program;
    this.circuit = program.circuit();
    Set<Integer> touched = new TreeSet<>();
    collectTouched(program.steps(), touched);
    touched.forEach(qubit -> compact.put(qubit, compact.size()));
    this.terminal = TerminalMeasurements.of(circuit.instructions());
  }

  static NoisyPlan plan(NoisyProgram program) {
    return new NoisyPlanner(program).plan();
  }

  /** The register that a classical bit belongs to. */
  static ClassicalRegister register(Circuit circuit, int bit) {
    return circuit.registers().stream()
        .filter(register -> bit - register.offset() < register.width())
        .findFirst()
        .orElseThrow();
  }

  private static void collectTouched(List<NoisyStep> steps, Set<Integer> touched) {
    for (NoisyStep step : steps) {
      if (step instanceof NoisyStep.Plain plain && plain.step() instanceof GateCall call) {
        touched.addAll(call.qubits());
      } else if (step instanceof NoisyStep.Branch branch) {
        collectTouched(branch.then(), touched);
        collectTouched(branch.otherwise(), touched);
      }
    }
  }

  private NoisyPlan plan() {
    int position = 0; // among the steps of the circuit
    for (NoisyStep step : program.steps()) {
      if (step instanceof NoisyStep.Plain plain) {
        if (terminal.get(position)) {
          readOut((Measure) plain.step());
        } else {
          add(plain.step());
        }
      } else {
        add(step, tail);
      }
      position += step instanceof NoisyStep.Disturbance ? 0 : 1;
    }
    return new NoisyPlan(
        new Plan(
            circuit.parameters(),
            compact.size(),
            circuit.registers(),
            circuit.bits(),
            prefix,
            tail,
            readouts),
        misreads);
  }

  private void add(Instruction step) {
    if (tail.isEmpty() && step instanceof GateCall call) {
      prefix.add(gate(call));
    } else {
      add(new NoisyStep.Plain(step), tail);
    }
  }

  private PlannedGate gate(GateCall call) {
    return new PlannedGate(call, compact::get, circuit.parameters());
  }

  private ReadoutError error(Measure measure) {
    return program.readout().of(measure.qubit(), register(circuit, measure.bit()).name());
  }

  private void readOut(Measure measure) {
    read.add(measure.qubit());
    if (compact.containsKey(measure.qubit())) {
      readouts.add(new Readout(compact.get(measure.qubit()), measure.bit()));
    } else if (!tail.isEmpty()) {
      tail.add(new TailStep.Clear(measure.bit()));
    }
    if (!error(measure).isNone()) {
      misreads.add(new TailStep.Misread(measure.bit(), error(measure)));
    }
  }

  private void add(NoisyStep step, List<TailStep> out) {
    if (step instanceof NoisyStep.Plain plain) {
      addPlain(plain.step(), out);
    } else if (step instanceof NoisyStep.Disturbance disturbance) {
      if (!read.containsAll(disturbance.qubits())) {
        out.add(
            new TailStep.Disturb(
                new PlannedChannel(
                    disturbance.channel(),
                    disturbance.qubits().stream().mapToInt(compact::get).toArray())));
      }
    } else if (step instanceof NoisyStep.Branch branch) {
      List<TailStep> then = new ArrayList<>();
      branch.then().forEach(inner -> add(inner, then));
      List<TailStep> otherwise = new ArrayList<>();
      branch.otherwise().forEach(inner -> add(inner, otherwise));
      if (!otherwise.isEmpty()) {
        then.add(new TailStep.Skip(otherwise.size()));
      }
      out.add(new TailStep.SkipUnless(branch.condition(), then.size()));
      out.addAll(then);
      out.addAll(otherwise);
    }
  }

  private void addPlain(Instruction step, List<TailStep> out) {
    if (step instanceof GateCall call) {
      out.add(new TailStep.Apply(gate(call)));
    } else if (step instanceof Reset reset && compact.containsKey(reset.qubit())) {
      out.add(new TailStep.Restart(compact.get(reset.qubit())));
    } else if (step instanceof Measure measure) {
      out.add(
          compact.containsKey(measure.qubit())
              ? new TailStep.Observe(compact.get(measure.qubit()), measure.bit())
              : new TailStep.Clear(measure.bit()));
      if (!error(measure).isNone()) {
        out.add(new TailStep.Misread(measure.bit(), error(measure)));
      }
    }
  }
}
