package io.qhyper.sim;

import io.qhyper.circuit.Circuit;
import io.qhyper.circuit.Conditional;
import io.qhyper.circuit.Delay;
import io.qhyper.circuit.GateCall;
import io.qhyper.circuit.Instruction;
import io.qhyper.circuit.Measure;
import io.qhyper.circuit.QubitLabels;
import io.qhyper.sim.noise.Channel;
import io.qhyper.sim.noise.IdleNoise;
import io.qhyper.sim.noise.NoiseModel;
import io.qhyper.sim.noise.NoiseRule;
import io.qhyper.sim.noise.StepLengths;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes the noise of a model into a program: after gates, and where qubits wait. */
final class NoisePlacement {
  private final Circuit circuit;
  private final NoiseModel model;
  private final Optional<IdleNoise> idle;
  private final Set<Integer> touched = new HashSet<>(); // no longer surely |0⟩
  private StepClock clock;
  private int gates;
  private int noisyGates;
  private int idlePeriods;
  private int misread;

  private NoisePlacement(Circuit circuit, NoiseModel model) {
    this.circuit = circuit;
    this.model = model;
    this.idle = model.idle();
    this.clock = new StepClock(circuit, idle.map(IdleNoise::lengths).orElse(StepLengths.NONE));
  }

  /**
   * The program with the model's noise.
   *
   * @throws UnsupportedProgramException if the model is of physical qubits and the program is not
   *     on them, or nothing in the program is touched by the model, or no gate by any of its rules
   */
  static NoisyProgram place(Circuit circuit, NoiseModel model) {
    if (model.qubits() == NoiseModel.QubitNumbers.PHYSICAL
        && circuit.labels() != QubitLabels.PHYSICAL) {
      throw new UnsupportedProgramException(
          "the noise model ("
              + model.description()
              + ") is of a device's physical qubits $n, the program is not: compile it for the"
              + " device first");
    }
    Circuit flat = circuit.flattened();
    NoisePlacement placement = new NoisePlacement(flat, model);
    List<NoisyStep> steps = placement.place(flat.instructions());
    placement.requireTouch();
    return new NoisyProgram(flat, steps, model.readout(), placement.coverage());
  }

  private NoiseCoverage coverage() {
    return new NoiseCoverage(gates, noisyGates, idlePeriods, misread);
  }

  private void requireTouch() {
    boolean isSilent = noisyGates == 0 && !model.rules().isEmpty();
    if (isSilent || noisyGates + idlePeriods + misread == 0) {
      throw new UnsupportedProgramException(
          "the noise model touches no "
              + (isSilent ? "gate" : "part")
              + " of the program ("
              + model.description()
              + "): "
              + (model.rules().isEmpty()
                  ? "it has no rule for gates"
                  : "its rules are about "
                      + model.rules().stream()
                          .map(rule -> rule.scope().toString())
                          .distinct()
                          .limit(4)
                          .toList())
              + "; this would be an ideal run, leave the noise out if you want that");
    }
  }

  private List<NoisyStep> place(List<Instruction> steps) {
    List<NoisyStep> out = new ArrayList<>();
    for (Instruction step : steps) {
      if (step instanceof Conditional conditional) {
        branch(conditional, out);
      } else {
        plain(step, out);
      }
    }
    return out;
  }

  private void plain(Instruction step, List<NoisyStep> out) {
    if (idle.isPresent()) {
      meet(step.qubits(), 0, out);
      if (step instanceof Delay delay) {
        double before = clock.free(delay.qubit());
        clock.pass(step);
        relax(delay.qubit(), clock.free(delay.qubit()) - before, out);
      } else {
        clock.pass(step);
      }
    }
    out.add(new NoisyStep.Plain(step));
    if (step instanceof GateCall call) {
      touched.addAll(call.qubits());
      disturb(call, out);
    } else if (step instanceof Measure measure) {
      misread += model.readout().of(measure.qubit(), register(measure.bit())).isNone() ? 0 : 1;
    }
  }

  private String register(int bit) {
    return NoisyPlanner.register(circuit, bit).name();
  }

  private void disturb(GateCall call, List<NoisyStep> out) {
    gates++;
    boolean isNoisy = false;
    for (NoiseRule rule : model.rules()) {
      for (List<Integer> site : rule.sites(StepClock.name(call), call.qubits())) {
        isNoisy = true;
        add(rule.channel(), site, out);
      }
    }
    noisyGates += isNoisy ? 1 : 0;
  }

  /** Lets qubits wait for each other, and for a time. */
  private void meet(List<Integer> qubits, double notBefore, List<NoisyStep> out) {
    double start = notBefore;
    for (int qubit : qubits) {
      start = Math.max(start, clock.free(qubit));
    }
    for (int qubit : qubits) {
      relax(qubit, start - clock.free(qubit), out);
      clock.waitUntil(qubit, start);
    }
  }

  private void relax(int qubit, double seconds, List<NoisyStep> out) {
    if (seconds > 0 && touched.contains(qubit)) {
      idle.flatMap(noise -> noise.of(qubit))
          .ifPresent(
              relaxation -> {
                idlePeriods++;
                add(relaxation.during(seconds), List.of(qubit), out);
              });
    }
  }

  private static void add(Channel channel, List<Integer> qubits, List<NoisyStep> out) {
    if (!channel.isIdentity()) {
      out.add(new NoisyStep.Disturbance(channel, qubits));
    }
  }

  /** Both branches end when the longer one does. */
  private void branch(Conditional conditional, List<NoisyStep> out) {
    double known = 0;
    for (int bit : conditional.condition().bits()) {
      known = Math.max(known, clock.known(bit));
    }
    meet(conditional.qubits(), idle.isPresent() ? known : 0, out);
    StepClock start = clock;
    clock = start.copy();
    List<NoisyStep> then = place(conditional.then());
    StepClock afterThen = clock;
    clock = start.copy();
    List<NoisyStep> otherwise = place(conditional.otherwise());
    StepClock afterOtherwise = clock;
    StepClock end = afterThen.copy();
    end.join(afterOtherwise);
    for (int qubit : conditional.qubits()) {
      relax(qubit, end.free(qubit) - afterThen.free(qubit), then);
      relax(qubit, end.free(qubit) - afterOtherwise.free(qubit), otherwise);
    }
    clock = end;
    out.add(new NoisyStep.Branch(conditional.condition(), then, otherwise));
  }
}
