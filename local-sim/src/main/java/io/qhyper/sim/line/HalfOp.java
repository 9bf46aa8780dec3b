package io.qhyper.sim.line;

import java.util.stream.IntStream;

/** A step of a half, which may yet be done on a part of its qubits. */
sealed interface HalfOp {
  /** The bits that it acts on. */
  int[] bits();

  /** The same for qubits that begin so many bits higher. */
  HalfOp below(int from);

  /** The step on these bits. */
  HalfStep step();

  /** Whether all bits are in a range. */
  default boolean isWithin(int from, int to) {
    return IntStream.of(bits()).allMatch(bit -> bit >= from && bit < to);
  }

  /** Turns one qubit. */
  record Turn(int bit, int slot) implements HalfOp {
    @Override
    public int[] bits() {
      return new int[] {bit};
    }

    @Override
    public HalfOp below(int from) {
      return new Turn(bit - from, slot);
    }

    @Override
    public HalfStep step() {
      return new TurnStep(bit, slot);
    }
  }

  /** A gate on two qubits of the half. */
  record Inner(int first, int second, OnPair gate) implements HalfOp {
    @Override
    public int[] bits() {
      return new int[] {first, second};
    }

    @Override
    public HalfOp below(int from) {
      return new Inner(first - from, second - from, gate);
    }

    @Override
    public HalfStep step() {
      return gate.at(first, second);
    }
  }

  /** One side of a gate across the cut: the number of vectors doubles. */
  record Branch(int bit, OnBit side) implements HalfOp {
    @Override
    public int[] bits() {
      return new int[] {bit};
    }

    @Override
    public HalfOp below(int from) {
      return new Branch(bit - from, side);
    }

    @Override
    public HalfStep step() {
      return side.at(bit);
    }
  }

  /** Makes a step of one bit. */
  interface OnBit {
    BranchStep at(int bit);
  }

  /** Makes a step of two bits. */
  interface OnPair {
    InnerStep at(int first, int second);
  }
}
