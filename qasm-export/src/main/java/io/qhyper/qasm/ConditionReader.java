package io.qhyper.qasm;

import io.qhyper.circuit.Condition;
import java.math.BigInteger;
import java.util.List;

/** Reads the conditions of {@code if}: questions about bits, or constants. */
final class ConditionReader implements Expression.Visitor<ConditionReader.Answer> {
  /** The most questions of one condition. */
  private static final int MAX_QUESTIONS = 200;

  private final Evaluator evaluator;
  private final Operands operands;
  private int questions;

  ConditionReader(Evaluator evaluator, Operands operands) {
    this.evaluator = evaluator;
    this.operands = operands;
  }

  /** What a condition comes to. */
  sealed interface Answer {}

  /** It holds or not, whatever is measured. */
  record Known(boolean holds) implements Answer {}

  /** It depends on what is measured. */
  record Asked(Condition condition) implements Answer {}

  Answer answer(Expression expression) {
    return expression.accept(this);
  }

  private Asked asked(Condition condition, Span span) {
    if (++questions > MAX_QUESTIONS) {
      throw span.error("a condition may have " + MAX_QUESTIONS + " parts, got more");
    }
    return new Asked(condition);
  }

  private Answer not(Answer answer, Span span) {
    return answer instanceof Known known
        ? new Known(!known.holds())
        : asked(new Condition.Not(((Asked) answer).condition()), span);
  }

  private Answer constant(Expression expression) {
    return new Known(evaluator.truth(expression));
  }

  private boolean isBits(Expression expression) {
    return expression instanceof Expression.Name name
        && evaluator.scope().find(name.name(), name.span()).orElse(null) instanceof Symbol.Bits;
  }

  private Symbol.Bits bits(Expression expression) {
    Expression.Name name = (Expression.Name) expression;
    return (Symbol.Bits) evaluator.scope().resolve(name.name(), name.span());
  }

  @Override
  public Answer name(Expression.Name name) {
    if (!isBits(name)) {
      return constant(name);
    }
    Symbol.Bits bits = bits(name);
    return bits.selection().isSingle()
        ? asked(new Condition.Bit(bits.register().offset()), name.span())
        : asked(
            new Condition.Not(new Condition.RegisterEquals(bits.register(), BigInteger.ZERO)),
            name.span());
  }

  @Override
  public Answer element(Expression.Element element) {
    Selection bits = operands.bits(element.operand());
    if (!bits.isSingle()) {
      throw element.span().error("a condition asks for one bit or a whole register, not a part");
    }
    return asked(new Condition.Bit(bits.get(0)), element.span());
  }

  @Override
  public Answer signed(Expression.Signed signed) {
    if (!signed.signs().stream().allMatch("!"::equals)) {
      return constant(signed);
    }
    Answer answer = answer(signed.operand());
    for (int i = 0; i < signed.signs().size(); i++) {
      answer = not(answer, signed.span());
    }
    return answer;
  }

  @Override
  public Answer chain(Expression.Chain chain) {
    String operator = chain.operators().get(0);
    return switch (operator) {
      case "&&" -> joined(chain, Junction.AND);
      case "||" -> joined(chain, Junction.OR);
      case "==", "!=" -> compared(chain);
      default -> constant(chain);
    };
  }

  /** How answers are joined. */
  private enum Junction {
    AND(true) {
      @Override
      Condition of(Condition left, Condition right) {
        return new Condition.And(left, right);
      }
    },
    OR(false) {
      @Override
      Condition of(Condition left, Condition right) {
        return new Condition.Or(left, right);
      }
    };

    /** The answer that changes nothing; the other one decides. */
    private final boolean neutral;

    Junction(boolean neutral) {
      this.neutral = neutral;
    }

    abstract Condition of(Condition left, Condition right);
  }

  private Answer joined(Expression.Chain chain, Junction junction) {
    Answer result = new Known(junction.neutral);
    for (Expression operand : chain.operands()) {
      Answer next = answer(operand);
      if (result instanceof Known known) {
        result = known.holds() == junction.neutral ? next : known;
      } else if (next instanceof Known known) {
        result = known.holds() == junction.neutral ? result : known;
      } else {
        Condition left = ((Asked) result).condition();
        Condition right = ((Asked) next).condition();
        result = asked(junction.of(left, right), operand.span());
      }
    }
    return result;
  }

  private Answer compared(Expression.Chain chain) {
    List<Expression> sides = chain.operands();
    if (sides.size() > 2) {
      throw chain.span().error("comparisons in a row need parentheses");
    }
    boolean equal = chain.operators().get(0).equals("==");
    Expression left = sides.get(0);
    Expression right = sides.get(1);
    Answer same =
        isBits(left) ? register(left, right) : isBits(right) ? register(right, left) : same(chain);
    return equal ? same : not(same, chain.span());
  }

  private Answer register(Expression name, Expression value) {
    Symbol.Bits bits = bits(name);
    BigInteger number = new RegisterValues(evaluator).value(bits.register(), value);
    return number.signum() < 0
        ? new Known(false)
        : asked(new Condition.RegisterEquals(bits.register(), number), name.span());
  }

  private Answer same(Expression.Chain chain) {
    Expression left = chain.operands().get(0);
    Expression right = chain.operands().get(1);
    if (!asks(left) && !asks(right)) {
      Value same =
          Arithmetic.combine("==", evaluator.value(left), evaluator.value(right), chain.span());
      return new Known(Arithmetic.truth(same, chain.span()));
    }
    if (asks(left) && asks(right)) {
      throw chain.span().error("comparing measured bits with each other is not supported");
    }
    Expression question = asks(left) ? left : right;
    Expression constant = asks(left) ? right : left;
    double value = Arithmetic.bit(evaluator.value(constant), constant.span());
    Answer answer = answer(question);
    if (value == 1) {
      return answer;
    }
    return value == 0 ? not(answer, chain.span()) : new Known(false);
  }

  /** Whether an expression depends on bits. */
  private boolean asks(Expression expression) {
    if (expression instanceof Expression.Signed signed) {
      return asks(signed.operand());
    }
    if (expression instanceof Expression.Chain chain) {
      return chain.operands().stream().anyMatch(this::asks);
    }
    if (expression instanceof Expression.Call call && call.function().equals("bool")) {
      return call.arguments().stream().anyMatch(this::asks);
    }
    return isBits(expression) || expression instanceof Expression.Element;
  }

  @Override
  public Answer call(Expression.Call call) {
    return call.function().equals("bool") ? answer(call.arguments().get(0)) : constant(call);
  }

  @Override
  public Answer whole(Expression.Whole whole) {
    return constant(whole);
  }

  @Override
  public Answer real(Expression.Real real) {
    return constant(real);
  }

  @Override
  public Answer truth(Expression.Truth truth) {
    return constant(truth);
  }

  @Override
  public Answer timing(Expression.Timing timing) {
    return constant(timing);
  }

  @Override
  public Answer bitString(Expression.BitText bits) {
    return constant(bits);
  }

  @Override
  public Answer power(Expression.Power power) {
    return constant(power);
  }
}
