package io.qhyper.qasm;

import io.qhyper.circuit.Delay.TimeUnit;
import java.math.BigInteger;
import java.util.List;

/** An expression as it stands in the text. */
sealed interface Expression {
  Span span();

  <T> T accept(Visitor<T> visitor);

  /** One method for every kind of expression. */
  interface Visitor<T> {
    T whole(Whole whole);

    T real(Real real);

    T truth(Truth truth);

    T timing(Timing timing);

    T bitString(BitText bits);

    T name(Name name);

    T element(Element element);

    T call(Call call);

    T chain(Chain chain);

    T signed(Signed signed);

    T power(Power power);
  }

  /** A whole number. */
  record Whole(Span span, BigInteger value) implements Expression {
    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.whole(this);
    }
  }

  /** A number with a point or an exponent. */
  record Real(Span span, double value) implements Expression {
    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.real(this);
    }
  }

  /** {@code true} or {@code false}. */
  record Truth(Span span, boolean value) implements Expression {
    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.truth(this);
    }
  }

  /** A number with a unit of time. */
  record Timing(Span span, double value, TimeUnit unit) implements Expression {
    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.timing(this);
    }
  }

  /** Text in quotation marks. */
  record BitText(Span span, String text) implements Expression {
    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.bitString(this);
    }
  }

  /** A name alone. */
  record Name(Span span, String name) implements Expression {
    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.name(this);
    }
  }

  /** A name with at least one index. */
  record Element(Operand operand) implements Expression {
    @Override
    public Span span() {
      return operand.span();
    }

    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.element(this);
    }
  }

  /** A function of arguments; a cast is one by the name of its type. */
  record Call(Span span, String function, List<Expression> arguments) implements Expression {
    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.call(this);
    }
  }

  /** Operators of one precedence, worked out from left to right. */
  record Chain(Span span, List<Expression> operands, List<String> operators) implements Expression {
    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.chain(this);
    }
  }

  /** Signs before an operand, the last one binding first. */
  record Signed(Span span, List<String> signs, Expression operand) implements Expression {
    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.signed(this);
    }
  }

  /** Powers of powers, worked out from right to left; the exponents may carry signs. */
  record Power(Span span, Expression base, List<Exponent> exponents) implements Expression {
    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.power(this);
    }
  }

  /** One exponent; its signs hold for the power that it is the base of. */
  record Exponent(List<String> signs, Expression operand) {}
}
