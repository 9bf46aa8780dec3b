package io.qhyper.qasm;

import java.util.stream.IntStream;

/** Numbers of qubits or bits that a name or a part of it stands for. */
final class Selection {
  private final int[] numbers;
  private final boolean single;

  private Selection(int[] numbers, boolean single) {
    this.numbers = numbers;
    this.single = single;
  }

  /** One qubit or bit, without index. */
  static Selection one(int number) {
    return new Selection(new int[] {number}, true);
  }

  /** A register or a part of one. */
  static Selection many(IntStream numbers) {
    return new Selection(numbers.toArray(), false);
  }

  /** Whether this is one qubit or bit and not a register of width 1. */
  boolean isSingle() {
    return single;
  }

  int size() {
    return numbers.length;
  }

  /** The number at a place. */
  int get(int place) {
    return numbers[place];
  }

  /** The number that takes part in the i-th step of a broadcast. */
  int broadcast(int i) {
    return numbers[single ? 0 : i];
  }

  IntStream stream() {
    return IntStream.of(numbers);
  }
}
