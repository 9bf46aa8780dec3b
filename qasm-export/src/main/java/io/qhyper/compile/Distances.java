package io.qhyper.compile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** The cheapest ways between qubits of a device, by the errors of the gates along them. */
final class Distances {
  /** Added per step, so that ways over perfect gates are short, too. */
  private static final double STEP = 1e-4;

  private final DeviceGraph device;
  private final double[][] cost;
  private final int[][] before;
  private final int[][] hops;

  /** All cheapest ways; Dijkstra's algorithm from each qubit. */
  Distances(DeviceGraph device) {
    this.device = device;
    int n = device.qubits();
    cost = new double[n][n];
    before = new int[n][n];
    hops = new int[n][n];
    for (int start = 0; start < n; start++) {
      from(start);
    }
  }

  private void from(int start) {
    double[] least = cost[start];
    Arrays.fill(least, Double.POSITIVE_INFINITY);
    Arrays.fill(before[start], -1);
    Arrays.fill(hops[start], Integer.MAX_VALUE);
    hops[start][start] = 0;
    least[start] = 0;
    boolean[] isDone = new boolean[least.length];
    for (int round = 0; round < least.length; round++) {
      int nearest = -1;
      for (int qubit = 0; qubit < least.length; qubit++) {
        if (!isDone[qubit] && (nearest < 0 || least[qubit] < least[nearest])) {
          nearest = qubit;
        }
      }
      if (least[nearest] == Double.POSITIVE_INFINITY) {
        return;
      }
      isDone[nearest] = true;
      for (int next : device.neighbours(nearest)) {
        double through = least[nearest] + device.cost(nearest, next) + STEP;
        if (through < least[next]) {
          least[next] = through;
          before[start][next] = nearest;
          hops[start][next] = hops[start][nearest] + 1;
        }
      }
    }
  }

  /** −ln of the success of one gate along the whole way; infinite if there is no way. */
  double of(int a, int b) {
    return cost[a][b];
  }

  /** How many gates the cheapest way has; more than any way where there is none. */
  int hops(int a, int b) {
    return hops[a][b];
  }

  /** The sum of the ways to the nearest so many qubits. */
  double nearness(int qubit, int count) {
    double[] sorted = cost[qubit].clone();
    Arrays.sort(sorted);
    return Arrays.stream(sorted, 0, Math.min(count, sorted.length)).sum();
  }

  /**
   * The qubits of the cheapest way, both ends included.
   *
   * @throws CompileException if there is none
   */
  List<Integer> way(int a, int b) {
    if (cost[a][b] == Double.POSITIVE_INFINITY) {
      throw new CompileException(
          "no way of usable two-qubit gates leads from qubit %d to qubit %d of the device"
              .formatted(a, b));
    }
    List<Integer> way = new ArrayList<>();
    for (int qubit = b; qubit != a; qubit = before[a][qubit]) {
      way.add(qubit);
    }
    way.add(a);
    Collections.reverse(way);
    return way;
  }
}
