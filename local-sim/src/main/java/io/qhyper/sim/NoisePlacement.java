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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes the noise of a model into a program: after gates, and where qubits wait. */
final class NoisePlacement {
  private final Circuit circuit;
  private final NoiseModel model;
  private final Optional<IdleNoise> idle;
  private final Set<Integer> touched = new HashSet<>(); // no longer surely |0⟩
  private int gates;
  private int noisyGates;
  private int idlePeriods;
  private int misread;

  private NoisePlacement(Circuit circuit, NoiseModel model) {
    this.circuit = circuit;
    this.model = model;
    this.idle = model.idle();
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
    StepLengths lengths = model.idle().map(IdleNoise::lengths).orElse(StepLengths.NONE);
    LateSchedule schedule = LateSchedule.of(flat.instructions(), lengths);
    List<NoisyStep> steps = placement.place(flat.instructions(), schedule, new HashMap<>());
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

  /**
   * Steps with their noise.
   *
   * @param free when each qubit becomes free, in time before the end of these steps; updated
   */
  private List<NoisyStep> place(
      List<Instruction> steps, LateSchedule schedule, Map<Integer, Double> free) {
    List<NoisyStep> out = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      Instruction step = steps.get(i);
      LateSchedule.Times times = schedule.times().get(i);
      for (int qubit : step.qubits()) {
        relax(qubit, free.getOrDefault(qubit, times.begin()) - times.begin(), out);
        free.put(qubit, times.end());
      }
      if (step instanceof Conditional conditional) {
        out.add(branch(conditional, times));
      } else {
        plain(step, times, out);
      }
    }
    return out;
  }

  private void plain(Instruction step, LateSchedule.Times times, List<NoisyStep> out) {
    out.add(new NoisyStep.Plain(step));
    if (step instanceof GateCall call) {
      touched.addAll(call.qubits());
      disturb(call, out);
    } else if (step instanceof Measure measure) {
      misread += model.readout().of(measure.qubit(), register(measure.bit())).isNone() ? 0 : 1;
    } else if (step instanceof Delay delay) {
      relax(delay.qubit(), times.begin() - times.end(), out);
    }
  }

  private String register(int bit) {
    return NoisyPlanner.register(circuit, bit).name();
  }

  private void disturb(GateCall call, List<NoisyStep> out) {
    gates++;
    boolean isNoisy = false;
    for (NoiseRule rule : model.rules()) {
      for (List<Integer> site : rule.sites(LateSchedule.name(call), call.qubits())) {
        isNoisy = true;
        add(rule.channel(), site, out);
      }
    }
    noisyGates += isNoisy ? 1 : 0;
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

  /** Both branches take the time of the longer one. */
  private NoisyStep branch(Conditional conditional, LateSchedule.Times times) {
    double length = times.branches().stream().mapToDouble(LateSchedule::length).max().orElse(0);
    return new NoisyStep.Branch(
        conditional.condition(),
        branch(conditional, conditional.then(), times.branches().get(0), length),
        branch(conditional, conditional.otherwise(), times.branches().get(1), length));
  }

  private List<NoisyStep> branch(
      Conditional conditional, List<Instruction> steps, LateSchedule schedule, double length) {
    Map<Integer, Double> free = new HashMap<>();
    conditional.qubits().forEach(qubit -> free.put(qubit, length));
    List<NoisyStep> out = new ArrayList<>(place(steps, schedule, free));
    for (int qubit : conditional.qubits()) {
      relax(qubit, free.get(qubit), out);
    }
    return out;
  }
}
