package io.qhyper.sim;

import io.qhyper.circuit.Barrier;
import io.qhyper.circuit.Conditional;
import io.qhyper.circuit.Delay;
import io.qhyper.circuit.GateCall;
import io.qhyper.circuit.Instruction;
import io.qhyper.circuit.Measure;
import io.qhyper.sim.noise.StepLengths;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * When the steps of a program begin and end if each begins as late as the steps after it allow.
 * Times are counted backwards, in seconds before the end of the whole.
 *
 * <p>A condition is known when its bits are measured. Both branches begin and end together; within
 * them steps are late, too.
 *
 * @param times of each step, in the order of the program
 * @param length from the first beginning to the end
 */
record LateSchedule(List<Times> times, double length) {
  LateSchedule {
    times = List.copyOf(times);
  }

  /**
   * When a step is.
   *
   * @param begin before the end; at least {@code end}
   * @param branches the schedules of both branches of a conditional, else none
   */
  record Times(double begin, double end, List<LateSchedule> branches) {}

  /**
   * The schedule of a sequence of steps.
   *
   * @throws IllegalArgumentException if a delay is in units whose length is unknown
   */
  static LateSchedule of(List<Instruction> steps, StepLengths lengths) {
    Map<Integer, Double> busy = new HashMap<>(); // qubit → when its next step begins
    Map<Integer, Double> needed = new HashMap<>(); // bit → when it must be known
    List<Times> backwards = new ArrayList<>();
    double length = 0;
    for (int i = steps.size() - 1; i >= 0; i--) {
      Instruction step = steps.get(i);
      double end = 0;
      for (int qubit : step.qubits()) {
        end = Math.max(end, busy.getOrDefault(qubit, 0.0));
      }
      for (int bit : measured(step)) {
        end = Math.max(end, needed.getOrDefault(bit, 0.0));
      }
      List<LateSchedule> branches = branches(step, lengths);
      double begin =
          end
              + (step instanceof Conditional
                  ? Math.max(branches.get(0).length(), branches.get(1).length())
                  : length(step, lengths));
      for (int qubit : step.qubits()) {
        busy.put(qubit, begin);
      }
      if (step instanceof Conditional conditional) {
        for (int bit : conditional.condition().bits()) {
          needed.merge(bit, begin, Math::max);
        }
      }
      backwards.add(new Times(begin, end, branches));
      length = Math.max(length, begin);
    }
    Collections.reverse(backwards);
    return new LateSchedule(backwards, length);
  }

  private static List<LateSchedule> branches(Instruction step, StepLengths lengths) {
    return step instanceof Conditional conditional
        ? List.of(of(conditional.then(), lengths), of(conditional.otherwise(), lengths))
        : List.of();
  }

  private static List<Integer> measured(Instruction step) {
    if (step instanceof Measure measure) {
      return List.of(measure.bit());
    } else if (step instanceof Conditional conditional) {
      List<Integer> bits = new ArrayList<>();
      conditional.then().forEach(inner -> bits.addAll(measured(inner)));
      conditional.otherwise().forEach(inner -> bits.addAll(measured(inner)));
      return bits;
    }
    return List.of();
  }

  private static double length(Instruction step, StepLengths lengths) {
    if (step instanceof Delay delay) {
      return seconds(delay, lengths);
    } else if (step instanceof GateCall call) {
      return lengths.of(name(call), call.qubits());
    } else if (step instanceof Barrier) {
      return 0;
    }
    return lengths.of(step instanceof Measure ? "measure" : "reset", step.qubits());
  }

  /** The name by which noise knows a gate: a c for every control that has no gate of its own. */
  static String name(GateCall call) {
    return "c".repeat(call.controls()) + call.gate().text();
  }

  private static double seconds(Delay delay, StepLengths lengths) {
    double unit =
        switch (delay.unit()) {
          case DT ->
              lengths
                  .sampleTime()
                  .orElseThrow(
                      () ->
                          new IllegalArgumentException(
                              "the program delays qubit "
                                  + delay.qubit()
                                  + " in units of dt, whose length the noise model does not give"));
          case NANOSECONDS -> 1e-9;
          case MICROSECONDS -> 1e-6;
          case MILLISECONDS -> 1e-3;
          case SECONDS -> 1;
        };
    return delay.duration() * unit;
  }
}
