package io.qhyper.compile;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Places qubits of a circuit of any shape near to those that they meet, one after the other, each
 * on the free qubit of the device with the least cost to its partners. Not optimal.
 */
final class Placement {
  private final Interactions interactions;
  private final DeviceGraph device;
  private final Distances distances;
  private final int[] layout;
  private final boolean[] isTaken;

  private Placement(
      Interactions interactions, int qubits, DeviceGraph device, Distances distances) {
    this.interactions = interactions;
    this.device = device;
    this.distances = distances;
    this.layout = new int[qubits];
    this.isTaken = new boolean[device.qubits()];
    Arrays.fill(layout, -1);
  }

  /** The physical qubit of each qubit; those that nothing touches take what is left. */
  static List<Integer> of(
      Interactions interactions, int qubits, DeviceGraph device, Distances distances) {
    Placement placement = new Placement(interactions, qubits, device, distances);
    placement.placeActive();
    return placement.completed();
  }

  /** A layout in which −1 stands for qubits that are never touched, completed by free qubits. */
  static List<Integer> completed(int[] layout, int deviceQubits) {
    boolean[] isTaken = new boolean[deviceQubits];
    for (int physical : layout) {
      if (physical >= 0) {
        isTaken[physical] = true;
      }
    }
    List<Integer> complete = new ArrayList<>();
    int free = 0;
    for (int physical : layout) {
      if (physical < 0) {
        while (isTaken[free]) {
          free++;
        }
        isTaken[free] = true;
        complete.add(free);
      } else {
        complete.add(physical);
      }
    }
    return complete;
  }

  private List<Integer> completed() {
    return completed(layout, device.qubits());
  }

  private void placeActive() {
    TreeSet<Integer> open = new TreeSet<>(interactions.active());
    while (!open.isEmpty()) {
      int start =
          Collections.max(
              open,
              (a, b) -> Integer.compare(interactions.of(a).size(), interactions.of(b).size()));
      Deque<Integer> queue = new ArrayDeque<>(List.of(start));
      open.remove(start);
      while (!queue.isEmpty()) {
        int qubit = queue.poll();
        place(qubit);
        for (int partner : interactions.of(qubit).keySet()) {
          if (open.remove(partner)) {
            queue.add(partner);
          }
        }
      }
    }
  }

  private void place(int qubit) {
    int best = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int physical = 0; physical < isTaken.length; physical++) {
      if (!isTaken[physical] && device.hasPulses(physical)) {
        double cost = cost(qubit, physical);
        if (cost < least) {
          least = cost;
          best = physical;
        }
      }
    }
    if (best < 0) {
      throw new CompileException(
          "no usable, readable qubit of the device is left for qubit %d of the circuit, or none that its partners can reach"
              .formatted(qubit));
    }
    isTaken[best] = true;
    layout[qubit] = best;
  }

  private double cost(int qubit, int physical) {
    double cost = device.calibration().readoutCost(physical);
    boolean hasPartner = false;
    for (Map.Entry<Integer, Integer> partner : interactions.of(qubit).entrySet()) {
      int place = layout[partner.getKey()];
      if (place >= 0) {
        cost += partner.getValue() * distances.of(place, physical);
        hasPartner = true;
      }
    }
    if (!hasPartner && !interactions.of(qubit).isEmpty()) {
      // The first of its kind: where many good qubits are near.
      cost += distances.nearness(physical, interactions.active().size());
    }
    return cost;
  }
}
