package io.qhyper.sim;

import io.qhyper.circuit.Barrier;
import io.qhyper.circuit.Circuit;
import io.qhyper.circuit.Delay;
import io.qhyper.circuit.GateCall;
import io.qhyper.circuit.Instruction;
import io.qhyper.circuit.Measure;
import io.qhyper.sim.noise.StepLengths;
import java.util.Arrays;

/** When each qubit becomes free and each bit known, with every step as early as can be. */
final class StepClock {
  private final StepLengths lengths;
  private final double[] qubits;
  private final double[] bits;

  StepClock(Circuit circuit, StepLengths lengths) {
    this(lengths, new double[circuit.qubits()], new double[circuit.bits()]);
  }

  private StepClock(StepLengths lengths, double[] qubits, double[] bits) {
    this.lengths = lengths;
    this.qubits = qubits;
    this.bits = bits;
  }

  /** An independent clock that stands where this one does. */
  StepClock copy() {
    return new StepClock(lengths, qubits.clone(), bits.clone());
  }

  /** When a qubit becomes free, in seconds. */
  double free(int qubit) {
    return qubits[qubit];
  }

  /** When a bit is known, in seconds. */
  double known(int bit) {
    return bits[bit];
  }

  /** Lets a qubit wait until a time that is not before it is free. */
  void waitUntil(int qubit, double time) {
    qubits[qubit] = time;
  }

  /** Lets the qubits of a step, which are all free at one time, go through it. */
  void pass(Instruction step) {
    double length = length(step);
    step.qubits().forEach(qubit -> qubits[qubit] += length);
    if (step instanceof Measure measure) {
      bits[measure.bit()] = qubits[measure.qubit()];
    }
  }

  /** Takes the later time of two clocks for every qubit and bit. */
  void join(StepClock other) {
    Arrays.setAll(qubits, qubit -> Math.max(qubits[qubit], other.qubits[qubit]));
    Arrays.setAll(bits, bit -> Math.max(bits[bit], other.bits[bit]));
  }

  private double length(Instruction step) {
    if (step instanceof Delay delay) {
      return seconds(delay);
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

  private double seconds(Delay delay) {
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
