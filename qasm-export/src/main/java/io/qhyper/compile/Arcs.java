package io.qhyper.compile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The ways from one qubit to a coupled one, and the least that the rest of a line can cost. */
final class Arcs {
  private final LineCosts costs;
  private final int[] from;
  private final int[] to;
  private final Direction[] directions;
  private final int[][] starting;
  private final double[][] rest; // [place][arc]

  Arcs(LineCosts costs) {
    this.costs = costs;
    DeviceGraph device = costs.device();
    List<int[]> arcs = new ArrayList<>();
    starting = new int[device.qubits()][];
    for (int a = 0; a < device.qubits(); a++) {
      int[] neighbours = device.neighbours(a);
      starting[a] = new int[neighbours.length];
      for (int i = 0; i < neighbours.length; i++) {
        starting[a][i] = arcs.size();
        arcs.add(new int[] {a, neighbours[i]});
      }
    }
    from = arcs.stream().mapToInt(arc -> arc[0]).toArray();
    to = arcs.stream().mapToInt(arc -> arc[1]).toArray();
    directions = new Direction[from.length];
    for (int arc = 0; arc < from.length; arc++) {
      directions[arc] = costs.direction(from[arc], to[arc]);
    }
    rest = new double[costs.length()][from.length];
    for (int place = costs.length() - 1; place > 0; place--) {
      for (int arc = 0; arc < from.length; arc++) {
        rest[place][arc] = restOf(place, arc);
      }
    }
  }

  private double restOf(int place, int arc) {
    if (place == costs.length() - 1) {
      return step(place, arc, -1);
    }
    double least = Double.POSITIVE_INFINITY;
    for (int next : starting[to[arc]]) {
      if (to[next] != from[arc]) {
        least = Math.min(least, step(place, arc, next) + rest[place + 1][next]);
      }
    }
    return least;
  }

  /** The arcs that leave a qubit. */
  int[] leaving(int qubit) {
    return starting[qubit];
  }

  int to(int arc) {
    return to[arc];
  }

  /** What a place costs that was reached by an arc and is left by another (−1: the first, last). */
  double step(int place, int arc, int next) {
    int qubit = arc < 0 ? from[next] : to[arc];
    int ways = LineCosts.directions(direction(arc), direction(next));
    double cost = costs.place(place, ways, qubit);
    return next < 0 ? cost : cost + costs.edge(place, qubit, to[next]);
  }

  private Direction direction(int arc) {
    return arc < 0 ? Direction.FORWARD : directions[arc];
  }

  /**
   * The least that a place reached by an arc and all behind it can cost: on walks that never turn
   * straight back, but may cross themselves.
   */
  double rest(int place, int arc) {
    return rest[place][arc];
  }

  /** The least that a line can cost: no line of these costs less. */
  double bound() {
    double least = Double.POSITIVE_INFINITY;
    for (int arc = 0; arc < from.length; arc++) {
      least = Math.min(least, step(0, -1, arc) + rest[1][arc]);
    }
    return Math.max(least, assignmentBound());
  }

  /** As if each place could choose its qubit and its gate freely, no qubit twice. */
  private double assignmentBound() {
    int n = costs.length();
    double[] places = new double[n];
    Arrays.fill(places, Double.POSITIVE_INFINITY);
    double[] qubits = new double[starting.length];
    Arrays.fill(qubits, Double.POSITIVE_INFINITY);
    for (int place = 0; place < n; place++) {
      for (int qubit = 0; qubit < qubits.length; qubit++) {
        double least = Double.POSITIVE_INFINITY;
        for (int next : starting[qubit]) {
          double edge = place == n - 1 ? 0 : costs.edge(place, qubit, to[next]);
          for (int ways = 0; ways < 4; ways++) {
            least = Math.min(least, costs.place(place, ways, qubit) + edge);
          }
        }
        places[place] = Math.min(places[place], least);
        qubits[qubit] = Math.min(qubits[qubit], least);
      }
    }
    Arrays.sort(qubits);
    double byQubit =
        qubits.length < n ? Double.POSITIVE_INFINITY : Arrays.stream(qubits, 0, n).sum();
    return Math.max(Arrays.stream(places).sum(), byQubit);
  }
}
