package io.qhyper.compile;

import io.qhyper.circuit.GateName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Which qubits of a device are coupled, by which gate and at what cost, faults left out. */
final class DeviceGraph implements Couplings {
  private static final List<GateName> ENTANGLERS = List.of(GateName.CZ, GateName.ECR);

  private final Calibration calibration;
  private final Map<List<Integer>, Link> entanglers = new HashMap<>();
  private final Map<List<Integer>, Link> rzz = new HashMap<>();
  private final double[][] costs;
  private final int[][] listed;
  private final boolean[] hasPulses;
  private final boolean[] hasRx;

  /**
   * The graph of a device.
   *
   * @param gates which of its gates may be used
   * @throws CompileException if the device lacks rz, sx, x, or both cz and ecr
   */
  DeviceGraph(Target target, NativeGates gates) {
    this.calibration = new Calibration(target);
    int n = target.qubits().size();
    for (GateName gate : List.of(GateName.RZ, GateName.SX, GateName.X)) {
      requireGate(target, gate);
    }
    costs = new double[n][n];
    for (double[] row : costs) {
      Arrays.fill(row, Double.POSITIVE_INFINITY);
    }
    List<TreeSet<Integer>> neighbours = new ArrayList<>();
    hasPulses = new boolean[n];
    hasRx = new boolean[n];
    for (int qubit = 0; qubit < n; qubit++) {
      neighbours.add(new TreeSet<>());
      List<Integer> on = List.of(qubit);
      hasPulses[qubit] =
          target.isUsable("rz", on) && target.isUsable("sx", on) && target.isUsable("x", on);
      hasRx[qubit] = gates == NativeGates.FRACTIONAL && target.isUsable("rx", on);
    }
    for (GateName gate : ENTANGLERS) {
      for (List<Integer> pair : target.sites(gate.text()).keySet()) {
        neighbours.get(pair.get(0)).add(pair.get(1));
        neighbours.get(pair.get(1)).add(pair.get(0));
        offer(gate, pair);
      }
    }
    for (List<Integer> pair : target.sites(GateName.RZZ.text()).keySet()) {
      if (gates == NativeGates.FRACTIONAL && target.isUsable(GateName.RZZ.text(), pair)) {
        rzz.putIfAbsent(sorted(pair), new Link(GateName.RZZ, pair.get(0), pair.get(1)));
      }
    }
    listed =
        neighbours.stream()
            .map(set -> set.stream().mapToInt(Integer::intValue).toArray())
            .toArray(int[][]::new);
  }

  private static void requireGate(Target target, GateName gate) {
    if (target.sites(gate.text()).isEmpty()) {
      throw new CompileException(
          "device %s has no %s; it has %s. Needed are rz, sx, x and cz or ecr"
              .formatted(target.name(), gate.text(), target.gates().keySet()));
    }
  }

  private void offer(GateName gate, List<Integer> pair) {
    int a = pair.get(0);
    int b = pair.get(1);
    double cost = calibration.cost(gate.text(), pair);
    if (cost < costs[a][b] && hasPulses[a] && hasPulses[b]) {
      costs[a][b] = cost;
      costs[b][a] = cost;
      entanglers.put(sorted(pair), new Link(gate, a, b));
    }
  }

  private static List<Integer> sorted(List<Integer> pair) {
    return pair.get(0) < pair.get(1) ? pair : List.of(pair.get(1), pair.get(0));
  }

  @Override
  public Optional<Link> entangler(int a, int b) {
    return Optional.ofNullable(entanglers.get(sorted(List.of(a, b))));
  }

  @Override
  public Optional<Link> rzz(int a, int b) {
    return Optional.ofNullable(rzz.get(sorted(List.of(a, b))));
  }

  @Override
  public NativeGates pulses(int qubit) {
    return hasRx[qubit] ? NativeGates.FRACTIONAL : NativeGates.STANDARD;
  }

  Calibration calibration() {
    return calibration;
  }

  int qubits() {
    return listed.length;
  }

  /** The qubits with which a device lists any two-qubit gate of a qubit, faulty ones included. */
  int[] neighbours(int qubit) {
    return listed[qubit];
  }

  /** −ln of the success of the gate between two qubits; infinite if there is none to be used. */
  double cost(int a, int b) {
    return costs[a][b];
  }

  /** Whether rz, sx and x can be used on a qubit. */
  boolean hasPulses(int qubit) {
    return hasPulses[qubit];
  }
}
