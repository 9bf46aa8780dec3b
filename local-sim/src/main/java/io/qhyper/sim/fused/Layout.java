package io.qhyper.sim.fused;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Where each qubit is: positions below {@code entryBits} are entry positions, the others row
 * positions. At home every qubit is at the position of its own number.
 */
final class Layout {
  private final Shape shape;
  private final int[] at; // at[position]: the qubit there
  private final int[] position; // of each qubit

  Layout(Shape shape) {
    this.shape = shape;
    this.at = new int[shape.qubits()];
    Arrays.setAll(at, i -> i);
    this.position = at.clone();
  }

  /** The qubits at entry positions, as a mask. */
  int entryQubits() {
    int mask = 0;
    for (int p = 0; p < shape.entryBits(); p++) {
      mask |= 1 << at[p];
    }
    return mask;
  }

  /** Whether every entry position has its own qubit. */
  boolean isHome() {
    for (int p = 0; p < shape.entryBits(); p++) {
      if (at[p] != p) {
        return false;
      }
    }
    return true;
  }

  /** Qubits at row positions that belong to entry positions, as a mask. */
  int strays() {
    return ((1 << shape.entryBits()) - 1) & ~entryQubits();
  }

  /** Whether trades with the qubits at some row positions can bring all entries home. */
  boolean canGoHome(int rowQubits) {
    return (strays() & ~rowQubits) == 0;
  }

  /** Adds qubits from {@code candidates}, lowest positions first, until there are enough. */
  int fill(int qubits, int candidates, int size) {
    int mask = qubits;
    for (int p = 0; p < at.length && Integer.bitCount(mask) < size; p++) {
      mask |= candidates & 1 << at[p];
    }
    return mask;
  }

  /** The positions of the row number at which some qubits are, ascending. */
  int[] rowPositions(int qubits) {
    int[] positions = new int[Integer.bitCount(qubits)];
    int count = 0;
    for (int p = shape.entryBits(); p < at.length; p++) {
      if ((qubits >> at[p] & 1) != 0) {
        positions[count++] = p - shape.entryBits();
      }
    }
    return positions;
  }

  /** The place of a qubit in a list of positions of the row number. */
  int within(int qubit, int[] positions) {
    return Arrays.binarySearch(positions, position[qubit] - shape.entryBits());
  }

  /** Lets qubits at entry positions change places with as many at row positions. */
  Stage.Trade trade(int incoming, int outgoing, int[] positions) {
    int[] entry = new int[Integer.bitCount(incoming)];
    int[] row = new int[entry.length];
    int count = 0;
    int rest = outgoing;
    // Those that leave the rows for their own entry position first, then the others as they come.
    for (int p = 0; p < shape.entryBits(); p++) {
      if ((incoming >> at[p] & 1) != 0 && (rest >> p & 1) != 0) {
        rest &= ~(1 << p);
        entry[count] = p;
        row[count++] = position[p];
      }
    }
    int paired = outgoing & ~rest;
    for (int p = 0; p < shape.entryBits(); p++) {
      if ((incoming >> at[p] & 1) != 0 && (paired >> p & 1) == 0) {
        int qubit = 31 - Integer.numberOfLeadingZeros(rest);
        rest &= ~(1 << qubit);
        entry[count] = p;
        row[count++] = position[qubit];
      }
    }
    return exchange(entry, row, positions);
  }

  private Stage.Trade exchange(int[] entry, int[] row, int[] positions) {
    int[] bits = new int[row.length];
    for (int i = 0; i < entry.length; i++) {
      int comes = at[row[i]];
      int goes = at[entry[i]];
      bits[i] = within(comes, positions);
      at[entry[i]] = comes;
      at[row[i]] = goes;
      position[comes] = entry[i];
      position[goes] = row[i];
    }
    return new Stage.Trade(entry, bits);
  }

  /** The trades, with row positions of a block alone, that bring all entries home. */
  List<Stage.Step> goHome(int[] positions) {
    List<Stage.Step> trades = new ArrayList<>();
    while (!isHome()) {
      int[] lost = lostEntries();
      if (lost.length > 0) {
        trades.add(exchange(lost, Arrays.stream(lost).map(p -> position[p]).toArray(), positions));
      } else {
        // Only entries among themselves are left: take them out first.
        int[] wrong = IntStream.range(0, shape.entryBits()).filter(p -> at[p] != p).toArray();
        int[] rows =
            Arrays.stream(positions, 0, wrong.length).map(p -> p + shape.entryBits()).toArray();
        trades.add(exchange(wrong, rows, positions));
      }
    }
    return trades;
  }

  /** Entry positions whose qubit is at a row position. */
  private int[] lostEntries() {
    int strays = strays();
    int[] lost = new int[Integer.bitCount(strays)];
    int count = 0;
    for (int p = 0; p < shape.entryBits(); p++) {
      if ((strays >> p & 1) != 0) {
        lost[count++] = p;
      }
    }
    return lost;
  }

  /** For each position of the row number, the one where its qubit belongs. */
  int[] rowOrder() {
    int[] order = new int[shape.qubits() - shape.entryBits()];
    Arrays.setAll(order, p -> at[p + shape.entryBits()] - shape.entryBits());
    return order;
  }
}
