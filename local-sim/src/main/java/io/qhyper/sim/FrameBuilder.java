package io.qhyper.sim;

import io.qhyper.circuit.Angle;
import io.qhyper.circuit.Circuit;
import io.qhyper.circuit.GateCall;
import io.qhyper.circuit.GateName;
import io.qhyper.circuit.Instruction;
import io.qhyper.circuit.Measure;
import io.qhyper.circuit.Parameter;
import io.qhyper.circuit.Reset;
import io.qhyper.compile.DeadGates;
import io.qhyper.sim.noise.Channel;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Pushes Pauli errors to the end of a program.
 *
 * <p>Walks backwards with the effect of an X and of a Z error on every qubit: which angles of later
 * rotations each flips, and which measured bits. Before a Clifford gate an error has the effect
 * that its image has after it; before a rotation an error that anticommutes with it flips it on
 * top. The effects of products are sums modulo 2.
 */
final class FrameBuilder {
  private final Circuit original;
  private final String prefix; // of the names of inputs; no register has it
  private final List<Instruction> steps = new ArrayList<>(); // of the flippable circuit
  private final List<Angle> angles = new ArrayList<>();
  private final List<Parameter> inputs = new ArrayList<>();
  private final Map<Integer, int[]> cliffords = new HashMap<>(); // by position among steps
  private final Map<Integer, PauliRotation> rotations = new HashMap<>();
  private final Map<Integer, Integer> firstInputs = new HashMap<>();

  private FrameBuilder(Circuit original) {
    this.original = original;
    String name = "angle_";
    while (isTaken(name)) {
      name += "_";
    }
    this.prefix = name;
  }

  private boolean isTaken(String start) {
    return original.registers().stream().anyMatch(r -> r.name().startsWith(start));
  }

  /** Why a program cannot be simulated by frames; empty if it can. */
  static Optional<String> obstacle(NoisyProgram program) {
    BitSet terminal = TerminalMeasurements.of(program.circuit().instructions());
    Set<Integer> changed = new HashSet<>();
    int position = 0;
    for (NoisyStep step : program.steps()) {
      Optional<String> obstacle = obstacle(step, terminal.get(position), changed);
      if (obstacle.isPresent()) {
        return obstacle;
      }
      position += step instanceof NoisyStep.Disturbance ? 0 : 1;
    }
    return Optional.empty();
  }

  private static Optional<String> obstacle(
      NoisyStep step, boolean isTerminal, Set<Integer> changed) {
    if (step instanceof NoisyStep.Branch) {
      return Optional.of("the program branches on measured bits");
    } else if (step instanceof NoisyStep.Disturbance disturbance) {
      return isPauli(disturbance.channel())
          ? Optional.empty()
          : Optional.of("the noise has channels that are no Pauli errors");
    }
    Instruction plain = ((NoisyStep.Plain) step).step();
    if (plain instanceof Measure && !isTerminal) {
      return Optional.of("the program goes on after a measurement");
    } else if (plain instanceof Reset reset && changed.contains(reset.qubit())) {
      return Optional.of("the program resets a qubit");
    } else if (plain instanceof GateCall call) {
      changed.addAll(call.qubits());
      return clifford(call).isPresent() || PauliRotation.of(call).isPresent()
          ? Optional.empty()
          : Optional.of(
              "gate " + LateSchedule.name(call) + " does not keep Pauli errors Pauli errors");
    }
    return Optional.empty();
  }

  private static boolean isPauli(Channel channel) {
    return channel.pauliProbabilities().isPresent();
  }

  private static Optional<int[]> clifford(GateCall call) {
    return call.angles().stream().allMatch(Angle::isConstant) && call.qubits().size() <= 2
        ? CliffordImages.of(call)
        : Optional.empty();
  }

  /** The program in frames, if there is no obstacle. */
  static FrameProgram build(NoisyProgram program) {
    return new FrameBuilder(program.circuit()).frames(program);
  }

  private FrameProgram frames(NoisyProgram program) {
    List<Optional<NoisyStep.Disturbance>> places = new ArrayList<>(); // empty: a step
    for (NoisyStep step : program.steps()) {
      if (step instanceof NoisyStep.Disturbance disturbance) {
        places.add(Optional.of(disturbance));
      } else if (!(((NoisyStep.Plain) step).step() instanceof Reset)) {
        append(((NoisyStep.Plain) step).step());
        places.add(Optional.empty());
      }
    }
    Circuit flippable =
        new Circuit(original.labels(), original.qubits(), original.registers(), inputs, steps);
    DeadGates.Removal removal = DeadGates.remove(flippable);
    FrameEffects effects =
        new FrameEffects(original.qubits(), removal.live(), inputs.size(), original.bits());
    return new FrameProgram(
        removal.circuit(),
        removal.live().stream()
            .map(input -> AffineAngle.of(angles.get(input), original.parameters()))
            .toList(),
        errors(places, effects));
  }

  private void append(Instruction step) {
    int position = steps.size();
    if (!(step instanceof GateCall call)) {
      steps.add(step);
      return;
    }
    Optional<int[]> images = clifford(call);
    if (images.isPresent()) {
      cliffords.put(position, images.get());
      steps.add(step);
      return;
    }
    PauliRotation rotation = PauliRotation.of(call).orElseThrow();
    rotations.put(position, rotation);
    firstInputs.put(position, inputs.size());
    List<Angle> flippable = new ArrayList<>();
    for (Angle angle : rotation.angles()) {
      Parameter input = new Parameter(prefix + inputs.size());
      inputs.add(input);
      angles.add(angle);
      flippable.add(Angle.of(input));
    }
    GateName gate = rotation.gate();
    steps.add(new GateCall(gate, 0, flippable, call.qubits()));
  }

  private List<FrameError> errors(
      List<Optional<NoisyStep.Disturbance>> places, FrameEffects effects) {
    List<FrameError> errors = new ArrayList<>();
    int position = steps.size();
    for (int place = places.size() - 1; place >= 0; place--) {
      if (places.get(place).isPresent()) {
        NoisyStep.Disturbance disturbance = places.get(place).get();
        double[] probabilities = disturbance.channel().pauliProbabilities().orElseThrow();
        effects.error(disturbance.qubits(), probabilities).ifPresent(errors::add);
      } else {
        passBack(--position, effects);
      }
    }
    Collections.reverse(errors);
    return errors;
  }

  private void passBack(int position, FrameEffects effects) {
    Instruction step = steps.get(position);
    if (step instanceof Measure measure) {
      effects.measure(measure.qubit(), measure.bit());
    } else if (cliffords.containsKey(position)) {
      effects.clifford(step.qubits(), cliffords.get(position));
    } else if (rotations.containsKey(position)) {
      List<Integer> axes = rotations.get(position).axes();
      int first = firstInputs.get(position);
      for (int k = 0; k < axes.size(); k++) {
        effects.rotation(step.qubits(), axes.get(k), first + k);
      }
    }
  }
}
