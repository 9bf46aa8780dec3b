package io.qhyper.circuit;

import java.math.BigInteger;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/** A question about classical bits, numbered through all registers. */
public sealed interface Condition {
  /** The answer, where {@code bit} tells the value of a classical bit. */
  boolean holds(IntPredicate bit);

  /** The classical bits that the answer depends on. */
  List<Integer> bits();

  /** The registers that the condition names as a whole. */
  List<ClassicalRegister> registers();

  /** Whether one bit is 1. */
  record Bit(int bit) implements Condition {
    @Override
    public boolean holds(IntPredicate value) {
      return value.test(bit);
    }

    @Override
    public List<Integer> bits() {
      return List.of(bit);
    }

    @Override
    public List<ClassicalRegister> registers() {
      return List.of();
    }
  }

  /**
   * Whether a whole register, read as an unsigned number with its bit 0 least significant, has a
   * value.
   *
   * @param value not negative; a value that does not fit never holds
   */
  record RegisterEquals(ClassicalRegister register, BigInteger value) implements Condition {
    public RegisterEquals {
      if (value.signum() < 0) {
        throw new IllegalArgumentException(
            "register " + register.name() + " is unsigned, got the value " + value);
      }
    }

    @Override
    public boolean holds(IntPredicate bit) {
      for (int i = 0; i < register.width(); i++) {
        if (bit.test(register.offset() + i) != value.testBit(i)) {
          return false;
        }
      }
      return value.bitLength() <= register.width();
    }

    @Override
    public List<Integer> bits() {
      return register.bits();
    }

    @Override
    public List<ClassicalRegister> registers() {
      return List.of(register);
    }
  }

  /** Whether a condition does not hold. */
  record Not(Condition condition) implements Condition {
    @Override
    public boolean holds(IntPredicate bit) {
      return !condition.holds(bit);
    }

    @Override
    public List<Integer> bits() {
      return condition.bits();
    }

    @Override
    public List<ClassicalRegister> registers() {
      return condition.registers();
    }
  }

  /** Whether both conditions hold. */
  record And(Condition left, Condition right) implements Condition {
    @Override
    public boolean holds(IntPredicate bit) {
      return left.holds(bit) && right.holds(bit);
    }

    @Override
    public List<Integer> bits() {
      return Stream.concat(left.bits().stream(), right.bits().stream()).distinct().toList();
    }

    @Override
    public List<ClassicalRegister> registers() {
      return Stream.concat(left.registers().stream(), right.registers().stream()).toList();
    }
  }

  /** Whether at least one of two conditions holds. */
  record Or(Condition left, Condition right) implements Condition {
    @Override
    public boolean holds(IntPredicate bit) {
      return left.holds(bit) || right.holds(bit);
    }

    @Override
    public List<Integer> bits() {
      return Stream.concat(left.bits().stream(), right.bits().stream()).distinct().toList();
    }

    @Override
    public List<ClassicalRegister> registers() {
      return Stream.concat(left.registers().stream(), right.registers().stream()).toList();
    }
  }
}
