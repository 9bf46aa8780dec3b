package io.qhyper.qasm;

import java.util.List;
import java.util.Optional;

/** A statement as it stands in the text of either version. */
sealed interface Statement {
  /** Where messages about the whole statement point. */
  Span span();

  void accept(Visitor visitor);

  /** One method for every kind of statement. */
  interface Visitor {
    void include(Include include);

    void constant(Constant constant);

    void input(Input input);

    void qubits(Qubits qubits);

    void bits(Bits bits);

    void alias(Alias alias);

    void gate(GateText gate);

    void opaque(Opaque opaque);

    void use(GateUse use);

    void measure(Measured measured);

    void reset(Resets resets);

    void barrier(Barriers barriers);

    void delay(Delays delays);

    void branch(Branch branch);

    void loop(Loop loop);

    void assignment(Assignment assignment);
  }

  /** {@code include "file";}. */
  record Include(Span span, String file) implements Statement {
    @Override
    public void accept(Visitor visitor) {
      visitor.include(this);
    }
  }

  /** {@code const type name = value;}. */
  record Constant(Span span, Type type, Name name, Expression value) implements Statement {
    @Override
    public void accept(Visitor visitor) {
      visitor.constant(this);
    }
  }

  /** {@code input type name;}. */
  record Input(Span span, Type type, Name name) implements Statement {
    @Override
    public void accept(Visitor visitor) {
      visitor.input(this);
    }
  }

  /** {@code qubit[size] name;}. */
  record Qubits(Span span, Name name, Optional<Expression> size) implements Statement {
    @Override
    public void accept(Visitor visitor) {
      visitor.qubits(this);
    }
  }

  /** {@code bit[size] name;}, perhaps measured into at once. */
  record Bits(Span span, Name name, Optional<Expression> size, Optional<Operand> measured)
      implements Statement {
    @Override
    public void accept(Visitor visitor) {
      visitor.bits(this);
    }
  }

  /** {@code let name = parts[0] ++ parts[1] …;}. */
  record Alias(Span span, Name name, List<Operand> parts) implements Statement {
    @Override
    public void accept(Visitor visitor) {
      visitor.alias(this);
    }
  }

  /** {@code gate name(angles) wires { body }}. */
  record GateText(Span span, Name name, List<Name> angles, List<Name> wires, List<Statement> body)
      implements Statement {
    @Override
    public void accept(Visitor visitor) {
      visitor.gate(this);
    }
  }

  /** {@code opaque name …;}. */
  record Opaque(Span span, Name name) implements Statement {
    @Override
    public void accept(Visitor visitor) {
      visitor.opaque(this);
    }
  }

  /** {@code modifiers @ name(angles) operands;}. */
  record GateUse(
      Span span,
      List<Modifier> modifiers,
      Name name,
      List<Expression> angles,
      List<Operand> operands)
      implements Statement {
    @Override
    public void accept(Visitor visitor) {
      visitor.use(this);
    }
  }

  /** {@code bits = measure qubits;} or {@code measure qubits -> bits;}. */
  record Measured(Span span, Operand qubits, Optional<Operand> bits) implements Statement {
    @Override
    public void accept(Visitor visitor) {
      visitor.measure(this);
    }
  }

  /** {@code reset operands;}. */
  record Resets(Span span, List<Operand> operands) implements Statement {
    @Override
    public void accept(Visitor visitor) {
      visitor.reset(this);
    }
  }

  /** {@code barrier operands;}; no operands means all qubits. */
  record Barriers(Span span, List<Operand> operands) implements Statement {
    @Override
    public void accept(Visitor visitor) {
      visitor.barrier(this);
    }
  }

  /** {@code delay[duration] operands;}; no operands means all qubits. */
  record Delays(Span span, Expression duration, List<Operand> operands) implements Statement {
    @Override
    public void accept(Visitor visitor) {
      visitor.delay(this);
    }
  }

  /** {@code if (condition) then else otherwise}. */
  record Branch(Span span, Expression condition, List<Statement> then, List<Statement> otherwise)
      implements Statement {
    @Override
    public void accept(Visitor visitor) {
      visitor.branch(this);
    }
  }

  /** {@code for type name in values body}. */
  record Loop(Span span, Type type, Name name, Operand.Index values, List<Statement> body)
      implements Statement {
    @Override
    public void accept(Visitor visitor) {
      visitor.loop(this);
    }
  }

  /** An assignment of anything but a measurement. */
  record Assignment(Span span) implements Statement {
    @Override
    public void accept(Visitor visitor) {
      visitor.assignment(this);
    }
  }

  /** A name where it is declared or called. */
  record Name(Span span, String text) {}

  /** A type's keyword and its width, if it has one. */
  record Type(Span span, String keyword, Optional<Expression> width) {}

  /** {@code inv @}, {@code pow(k) @}, {@code ctrl(n) @} or {@code negctrl(n) @}. */
  record Modifier(Span span, String keyword, Optional<Expression> argument) {}
}
