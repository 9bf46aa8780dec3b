package io.qhyper.compile;

import io.qhyper.circuit.Barrier;
import io.qhyper.circuit.Circuit;
import io.qhyper.circuit.Conditional;
import io.qhyper.circuit.Delay;
import io.qhyper.circuit.GateCall;
import io.qhyper.circuit.Instruction;
import io.qhyper.circuit.Measure;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/** How likely a native circuit runs without an error, and how long it takes. */
final class Estimate {
  private final Target target;
  private final Calibration calibration;
  private final double[] qubitTimes;
  private final double[] bitTimes;
  private boolean isTimed = true;

  private Estimate(Circuit circuit, Target target) {
    this.target = target;
    this.calibration = new Calibration(target);
    this.qubitTimes = new double[circuit.qubits()];
    this.bitTimes = new double[circuit.bits()];
  }

  /** The product over all gates and measurements; of two branches the worse one counts. */
  static double success(Circuit circuit, Target target) {
    return Math.exp(-new Estimate(circuit, target).cost(circuit.instructions()));
  }

  /** How many gates and measurements have an error that the device does not give. */
  static int unknownErrors(Circuit circuit, Target target) {
    Calibration calibration = new Calibration(target);
    int unknown = 0;
    for (Instruction step : StepList.flat(circuit.instructions())) {
      if (step instanceof GateCall || step instanceof Measure) {
        String name = step instanceof GateCall call ? call.gate().text() : "measure";
        unknown += name.equals("rz") || calibration.isKnown(name, step.qubits()) ? 0 : 1;
      }
    }
    return unknown;
  }

  /**
   * Seconds from the start to the end of the last step, each as early as can be; empty if a length
   * is unknown.
   */
  static OptionalDouble duration(Circuit circuit, Target target) {
    Estimate estimate = new Estimate(circuit, target);
    estimate.time(circuit.instructions());
    return estimate.isTimed
        ? OptionalDouble.of(Arrays.stream(estimate.qubitTimes).max().orElse(0))
        : OptionalDouble.empty();
  }

  private double cost(List<Instruction> steps) {
    double sum = 0;
    for (Instruction step : steps) {
      if (step instanceof GateCall call) {
        sum += calibration.cost(call.gate().text(), call.qubits());
      } else if (step instanceof Measure measure) {
        sum += calibration.readoutCost(measure.qubit());
      } else if (step instanceof Conditional conditional) {
        sum += Math.max(cost(conditional.then()), cost(conditional.otherwise()));
      }
    }
    return sum;
  }

  private void time(List<Instruction> steps) {
    for (Instruction step : steps) {
      double start = step.qubits().stream().mapToDouble(qubit -> qubitTimes[qubit]).max().orElse(0);
      if (step instanceof Conditional conditional) {
        for (int bit : conditional.condition().bits()) {
          start = Math.max(start, bitTimes[bit]);
        }
        finish(step, start);
        time(conditional.then()); // both, one after the other: an upper estimate
        time(conditional.otherwise());
      } else {
        finish(step, start + length(step));
      }
      if (step instanceof Measure measure) {
        bitTimes[measure.bit()] = qubitTimes[measure.qubit()];
      }
    }
  }

  private void finish(Instruction step, double time) {
    step.qubits().forEach(qubit -> qubitTimes[qubit] = time);
  }

  private double length(Instruction step) {
    if (step instanceof Barrier) {
      return 0;
    } else if (step instanceof Delay delay) {
      return delay.duration() * unit(delay.unit());
    }
    String name =
        step instanceof GateCall call
            ? call.gate().text()
            : step instanceof Measure ? "measure" : "reset";
    return known(calibration.length(name, step.qubits()));
  }

  private double unit(Delay.TimeUnit unit) {
    return switch (unit) {
      case DT -> known(target.sampleTime());
      case NANOSECONDS -> 1e-9;
      case MICROSECONDS -> 1e-6;
      case MILLISECONDS -> 1e-3;
      case SECONDS -> 1;
    };
  }

  private double known(OptionalDouble value) {
    isTimed &= value.isPresent();
    return value.orElse(0);
  }
}
