package io.qhyper.compile;

import io.qhyper.circuit.Barrier;
import io.qhyper.circuit.Circuit;
import io.qhyper.circuit.Conditional;
import io.qhyper.circuit.Delay;
import io.qhyper.circuit.GateCall;
import io.qhyper.circuit.Instruction;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * How large a circuit is.
 *
 * @param depth the longest chain of steps that wait for each other; one-qubit diagonal gates (rz)
 *     count nothing, as devices do them in software, nor do barriers and delays
 * @param twoQubitDepth the same, counting only gates on two qubits or more
 * @param twoQubitGates gates on two qubits or more
 * @param gates how often each gate occurs; measurements as {@code measure}, branches spelled out
 */
public record CircuitSize(
    int depth, int twoQubitDepth, int twoQubitGates, SortedMap<String, Integer> gates) {

  /** The size of a circuit without definitions. */
  public static CircuitSize of(Circuit circuit) {
    SortedMap<String, Integer> gates = new TreeMap<>();
    int twoQubitGates = 0;
    for (Instruction step : StepList.flat(circuit.instructions())) {
      gates.merge(name(step), 1, Integer::sum);
      twoQubitGates += isMany(step) ? 1 : 0;
    }
    return new CircuitSize(
        depth(circuit, CircuitSize::takesTime),
        depth(circuit, CircuitSize::isMany),
        twoQubitGates,
        gates);
  }

  private static String name(Instruction step) {
    if (step instanceof GateCall call) {
      return "c".repeat(call.controls()) + call.gate().text();
    }
    return step.getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }

  private static boolean isMany(Instruction step) {
    return step instanceof GateCall && step.qubits().size() > 1;
  }

  private static int depth(Circuit circuit, Predicate<Instruction> counts) {
    int[] depth = new int[circuit.qubits()];
    follow(circuit.instructions(), depth, counts);
    int most = 0;
    for (int d : depth) {
      most = Math.max(most, d);
    }
    return most;
  }

  private static void follow(List<Instruction> steps, int[] depth, Predicate<Instruction> counts) {
    for (Instruction step : steps) {
      if (step instanceof Conditional conditional) {
        int[] other = depth.clone();
        follow(conditional.then(), depth, counts);
        follow(conditional.otherwise(), other, counts);
        for (int qubit = 0; qubit < depth.length; qubit++) {
          depth[qubit] = Math.max(depth[qubit], other[qubit]);
        }
        continue;
      }
      int most = 0;
      for (int qubit : step.qubits()) {
        most = Math.max(most, depth[qubit]);
      }
      int after = most + (counts.test(step) ? 1 : 0);
      step.qubits().forEach(qubit -> depth[qubit] = after);
    }
  }

  private static boolean takesTime(Instruction step) {
    if (step instanceof Barrier || step instanceof Delay) {
      return false;
    }
    return !(step instanceof GateCall call
        && call.qubits().size() <= 1
        && Structure.isDiagonal(call));
  }
}
