package io.qhyper.sim.line;

import java.util.ArrayList;
import java.util.List;

/**
 * Some neighbouring positions of a {@link Chain} with their steps; not changed once it is built.
 */
final class Piece {
  private final int qubits;
  private final List<PieceStep> steps = new ArrayList<>();
  private final List<Integer> turns = new ArrayList<>();
  private final List<Integer> couplings = new ArrayList<>();
  private final List<Border> branches = new ArrayList<>(); // which one each lies across

  /** An end of a piece. */
  enum Border {
    LOWER,
    UPPER
  }

  Piece(int qubits) {
    this.qubits = qubits;
  }

  void addTurn(int bit, int slot) {
    turns.add(slot);
    steps.add(PieceStep.turn(bit, slot));
  }

  void addCoupling(int one, int other, int slot) {
    couplings.add(slot);
    steps.add(PieceStep.coupling(one, other, slot));
  }

  void add(PieceStep.Inner step) {
    steps.add(step);
  }

  /** Adds one side of a gate across a border. */
  void addBranch(PieceStep.Branch step, Border border) {
    branches.add(border);
    steps.add(step);
  }

  void addCoupledBranch(int bit, int slot, Border border) {
    couplings.add(slot);
    addBranch(PieceStep.coupled(bit, slot), border);
  }

  int qubits() {
    return qubits;
  }

  /** Terms of the lower border. */
  int lower() {
    return 1 << (branches.size() - Integer.numberOfTrailingZeros(upper()));
  }

  /** Terms of the upper border. */
  int upper() {
    return 1 << branches.stream().filter(border -> border == Border.UPPER).count();
  }

  /** The turns in it, by slot. */
  List<Integer> turns() {
    return turns;
  }

  /** The couplings in it or on its side of a border, by slot. */
  List<Integer> couplings() {
    return couplings;
  }

  List<PieceStep> steps() {
    return steps;
  }

  int branches() {
    return branches.size();
  }

  /** For each entry of the tensor, {@code (value·upper + b)·lower + a}, its place in the vector. */
  int[] places() {
    int[] places = new int[1 << (qubits + branches.size())];
    for (int place = 0; place < places.length; place++) {
      int a = 0;
      int b = 0;
      int aBits = 0;
      int bBits = 0;
      for (int k = 0; k < branches.size(); k++) {
        int bit = place >> (qubits + k) & 1;
        if (branches.get(k) == Border.UPPER) {
          b |= bit << bBits++;
        } else {
          a |= bit << aBits++;
        }
      }
      int value = place & (1 << qubits) - 1;
      places[(value * upper() + b) * lower() + a] = place;
    }
    return places;
  }
}
