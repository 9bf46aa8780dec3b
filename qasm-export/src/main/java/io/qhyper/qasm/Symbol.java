package io.qhyper.qasm;

import io.qhyper.circuit.ClassicalRegister;

/** What a name means. */
sealed interface Symbol {
  /** The kind of thing, for messages. */
  String kind();

  /** Whether gate bodies can see it. */
  boolean isVisibleInGates();

  /** A constant or a loop variable. */
  record Constant(Value value) implements Symbol {
    @Override
    public String kind() {
      return "a constant";
    }

    @Override
    public boolean isVisibleInGates() {
      return true;
    }
  }

  /** An input. */
  record Input(Value value) implements Symbol {
    @Override
    public String kind() {
      return "an input";
    }

    @Override
    public boolean isVisibleInGates() {
      return false;
    }
  }

  /** A qubit, a quantum register or an alias. */
  record Qubits(Selection selection) implements Symbol {
    @Override
    public String kind() {
      return selection.isSingle() ? "a qubit" : "a quantum register";
    }

    @Override
    public boolean isVisibleInGates() {
      return false;
    }
  }

  /** A bit or a classical register. */
  record Bits(ClassicalRegister register, Selection selection) implements Symbol {
    @Override
    public String kind() {
      return selection.isSingle() ? "a bit" : "a classical register";
    }

    @Override
    public boolean isVisibleInGates() {
      return false;
    }
  }

  /** A gate. */
  record Gate(Callable callable) implements Symbol {
    @Override
    public String kind() {
      return "a gate";
    }

    @Override
    public boolean isVisibleInGates() {
      return true;
    }
  }
}
