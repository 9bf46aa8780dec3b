package io.qhyper.compile;

import io.qhyper.circuit.Conditional;
import io.qhyper.circuit.GateCall;
import io.qhyper.circuit.GateName;
import io.qhyper.circuit.Instruction;
import io.qhyper.circuit.Relabelling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/**
 * Puts a placed circuit on physical qubits; where the qubits of a gate are not coupled, swaps bring
 * them together along the cheapest way. Correct, not optimal.
 */
final class Router {
  private final DeviceGraph device;
  private final Distances distances;
  private final Afterwards afterwards;
  private final int[] physical;
  private final List<Instruction> out = new ArrayList<>();
  private int swaps;

  /** Where swapped qubits are after the gate that they were swapped for. */
  enum Afterwards {
    /** Where the swaps brought them. */
    STAY,
    /** Where they were before, so that no later gate meets another layout. */
    RETURN
  }

  private Router(DeviceGraph device, Distances distances, Afterwards afterwards, int... layout) {
    this.device = device;
    this.distances = distances;
    this.afterwards = afterwards;
    this.physical = layout.clone();
  }

  /**
   * A routed circuit.
   *
   * @param steps on physical qubits; two-qubit gates on coupled ones only
   * @param layout the physical qubit of each qubit at the end
   * @param swaps how many were inserted
   */
  record Routed(List<Instruction> steps, List<Integer> layout, int swaps) {}

  static Routed route(
      List<Instruction> steps,
      List<Integer> layout,
      DeviceGraph device,
      Distances distances,
      Afterwards afterwards) {
    int[] start = layout.stream().mapToInt(Integer::intValue).toArray();
    Router router = new Router(device, distances, afterwards, start);
    steps.forEach(router::visit);
    return new Routed(router.out, Arrays.stream(router.physical).boxed().toList(), router.swaps);
  }

  private void visit(Instruction step) {
    if (step instanceof Conditional conditional) {
      out.add(
          new Conditional(
              conditional.condition(),
              branch(conditional.then()),
              branch(conditional.otherwise())));
      return;
    }
    boolean isPair = step instanceof GateCall && step.qubits().size() == 2;
    if (isPair && afterwards == Afterwards.RETURN) {
      out.addAll(branch(List.of(step)));
      return;
    }
    if (step instanceof GateCall call && isPair) {
      bringTogether(call.qubits().get(0), call.qubits().get(1));
    }
    out.add(placed(step));
  }

  private Instruction placed(Instruction step) {
    return step.mapped(new Relabelling(Function.identity(), qubit -> physical[qubit]));
  }

  /** Swaps back after each step; of a branch nobody knows beforehand whether it will run. */
  private List<Instruction> branch(List<Instruction> steps) {
    Router inner = new Router(device, distances, Afterwards.STAY, physical);
    List<Instruction> all = new ArrayList<>();
    for (Instruction step : steps) {
      int before = inner.out.size();
      int[] layout = inner.physical.clone();
      inner.visit(step);
      all.addAll(inner.out.subList(before, inner.out.size()));
      List<Instruction> moves = new ArrayList<>(inner.out.subList(before, inner.out.size() - 1));
      Collections.reverse(moves); // each of their gates undoes itself
      all.addAll(moves);
      System.arraycopy(layout, 0, inner.physical, 0, layout.length);
    }
    swaps += 2 * inner.swaps;
    return all;
  }

  private void bringTogether(int a, int b) {
    if (device.entangler(physical[a], physical[b]).isPresent()) {
      return;
    }
    List<Integer> way = distances.way(physical[a], physical[b]);
    for (int i = 0; i + 2 < way.size(); i++) {
      swap(way.get(i), way.get(i + 1));
    }
  }

  private void swap(int a, int b) {
    cx(a, b);
    cx(b, a);
    cx(a, b);
    swaps++;
    for (int qubit = 0; qubit < physical.length; qubit++) {
      if (physical[qubit] == a) {
        physical[qubit] = b;
      } else if (physical[qubit] == b) {
        physical[qubit] = a;
      }
    }
  }

  private void cx(int control, int target) {
    out.add(GateCall.of(GateName.H, List.of(), target));
    out.add(GateCall.of(GateName.CZ, List.of(), control, target));
    out.add(GateCall.of(GateName.H, List.of(), target));
  }
}
