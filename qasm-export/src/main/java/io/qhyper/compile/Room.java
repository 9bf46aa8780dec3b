package io.qhyper.compile;

import java.util.Arrays;
import java.util.BitSet;

/**
 * How many more qubits a line can take at most: along the best chain of blocks (biconnected
 * components) of the free qubits, from each of two colours in turn where neighbours differ in
 * colour. Faulty gates and unusable qubits count as missing.
 */
final class Room {
  private final int[][] neighbours;
  private final boolean[] isOdd;
  private final boolean isBipartite;
  private final int[] index;
  private final int[] low;
  private final int[] most;
  private final int[] stack;
  private int time;
  private int top;
  private BitSet used = new BitSet();

  Room(LineCosts costs) {
    DeviceGraph device = costs.device();
    int n = device.qubits();
    neighbours = new int[n][];
    for (int qubit = 0; qubit < n; qubit++) {
      int from = qubit;
      neighbours[qubit] =
          Arrays.stream(device.neighbours(qubit))
              .filter(to -> Double.isFinite(device.cost(from, to)) && costs.isUsable(to))
              .toArray();
    }
    isOdd = new boolean[n];
    index = new int[n];
    low = new int[n];
    most = new int[n];
    stack = new int[n];
    isBipartite = colour();
  }

  /** An upper bound of how many free qubits can follow an end. */
  int behind(int end, BitSet taken) {
    used = taken;
    Arrays.fill(index, 0);
    time = 0;
    top = 0;
    visit(end);
    return most[end];
  }

  /** Tarjan's search for blocks; {@code most} is the best chain of them that hangs on a qubit. */
  private void visit(int qubit) {
    index[qubit] = ++time;
    low[qubit] = time;
    most[qubit] = 0;
    stack[top++] = qubit;
    for (int next : neighbours[qubit]) {
      if (index[next] > 0) {
        low[qubit] = Math.min(low[qubit], index[next]);
      } else if (!used.get(next)) {
        visit(next);
        low[qubit] = Math.min(low[qubit], low[next]);
        if (low[next] >= index[qubit]) {
          most[qubit] = Math.max(most[qubit], block(qubit, next));
        }
      }
    }
  }

  /** Takes a finished block off the stack, from the last one found to its first. */
  private int block(int root, int first) {
    int same = 0;
    int other = 0;
    int beyond = 0;
    int qubit;
    do {
      qubit = stack[--top];
      same += isOdd[qubit] == isOdd[root] ? 1 : 0;
      other += isOdd[qubit] == isOdd[root] ? 0 : 1;
      beyond = Math.max(beyond, most[qubit]);
    } while (qubit != first);
    return beyond + (isBipartite ? Math.min(2 * other, 2 * same + 1) : same + other);
  }

  private boolean colour() {
    boolean[] isSeen = new boolean[isOdd.length];
    boolean isConsistent = true;
    for (int start = 0; start < isOdd.length; start++) {
      if (isSeen[start]) {
        continue;
      }
      isSeen[start] = true;
      int head = 0;
      int tail = 0;
      stack[tail++] = start;
      while (head < tail) {
        int qubit = stack[head++];
        for (int next : neighbours[qubit]) {
          if (!isSeen[next]) {
            isSeen[next] = true;
            isOdd[next] = !isOdd[qubit];
            stack[tail++] = next;
          } else {
            isConsistent &= isOdd[next] != isOdd[qubit];
          }
        }
      }
    }
    return isConsistent;
  }
}
