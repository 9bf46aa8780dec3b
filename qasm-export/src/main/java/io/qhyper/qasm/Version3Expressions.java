package io.qhyper.qasm;

import io.qhyper.qasm.internal.Qasm3BaseVisitor;
import io.qhyper.qasm.internal.Qasm3Parser;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;

/** The expressions and operands of an OpenQASM 3 text. */
final class Version3Expressions extends Qasm3BaseVisitor<Expression> {
  private final SourceText source;

  Version3Expressions(SourceText source) {
    this.source = source;
  }

  List<Expression> all(List<? extends ParserRuleContext> contexts) {
    return contexts.stream().map(this::visit).toList();
  }

  Optional<Expression> optional(ParserRuleContext context) {
    return Optional.ofNullable(context).map(this::visit);
  }

  List<Expression> arguments(Qasm3Parser.ArgumentsContext context) {
    return context == null ? List.of() : all(context.expression());
  }

  List<Operand> operands(Qasm3Parser.OperandsContext context) {
    return context == null ? List.of() : context.operand().stream().map(this::operand).toList();
  }

  Operand operand(Qasm3Parser.OperandContext context) {
    return new Operand(
        Span.of(source, context),
        context.getStart().getText(),
        context.index().stream().map(this::index).toList());
  }

  Operand.Index index(Qasm3Parser.IndexContext context) {
    if (context.set() != null) {
      return places(context.set());
    }
    return context.range() == null
        ? new Operand.At(visit(context.expression()))
        : range(context, context.expression(), context.range());
  }

  Operand.Places places(Qasm3Parser.SetContext context) {
    return new Operand.Places(Span.of(source, context), all(context.expression()));
  }

  Operand.Range range(
      ParserRuleContext whole,
      Qasm3Parser.ExpressionContext first,
      Qasm3Parser.RangeContext context) {
    Optional<Expression> second = optional(context.second);
    Optional<Expression> third = optional(context.third);
    boolean stepped = third.isPresent();
    return new Operand.Range(
        Span.of(source, whole),
        optional(first),
        stepped ? second : Optional.empty(),
        stepped ? third : second);
  }

  @Override
  public Expression visitDesignator(Qasm3Parser.DesignatorContext context) {
    return visit(context.expression());
  }

  @Override
  public Expression visitExpression(Qasm3Parser.ExpressionContext context) {
    return Fronts.chain(source, context, all(context.conjunction()));
  }

  @Override
  public Expression visitConjunction(Qasm3Parser.ConjunctionContext context) {
    return Fronts.chain(source, context, all(context.equality()));
  }

  @Override
  public Expression visitEquality(Qasm3Parser.EqualityContext context) {
    return Fronts.chain(source, context, all(context.comparison()));
  }

  @Override
  public Expression visitComparison(Qasm3Parser.ComparisonContext context) {
    return Fronts.chain(source, context, all(context.sum()));
  }

  @Override
  public Expression visitSum(Qasm3Parser.SumContext context) {
    return Fronts.chain(source, context, all(context.product()));
  }

  @Override
  public Expression visitProduct(Qasm3Parser.ProductContext context) {
    return Fronts.chain(source, context, all(context.factor()));
  }

  @Override
  public Expression visitFactor(Qasm3Parser.FactorContext context) {
    return Fronts.signed(source, context, visit(context.power()));
  }

  @Override
  public Expression visitPower(Qasm3Parser.PowerContext context) {
    return Fronts.power(
        source,
        context,
        visit(context.primary()),
        context.exponent().stream()
            .map(e -> new Expression.Exponent(Fronts.signs(e), visit(e.primary())))
            .toList());
  }

  @Override
  public Expression visitParenthesised(Qasm3Parser.ParenthesisedContext context) {
    return visit(context.expression());
  }

  @Override
  public Expression visitNameOrFunction(Qasm3Parser.NameOrFunctionContext context) {
    Span span = Span.of(source, context);
    String name = context.Identifier().getText();
    if (context.arguments() != null) {
      return new Expression.Call(span, name, arguments(context.arguments()));
    }
    return context.index().isEmpty()
        ? new Expression.Name(span, name)
        : new Expression.Element(
            new Operand(span, name, context.index().stream().map(this::index).toList()));
  }

  @Override
  public Expression visitPowerFunction(Qasm3Parser.PowerFunctionContext context) {
    return new Expression.Call(Span.of(source, context), "pow", arguments(context.arguments()));
  }

  @Override
  public Expression visitCast(Qasm3Parser.CastContext context) {
    return new Expression.Call(
        Span.of(source, context), context.type().getText(), List.of(visit(context.expression())));
  }

  @Override
  public Expression visitInteger(Qasm3Parser.IntegerContext context) {
    return Numerals.whole(Span.of(source, context), context.getText());
  }

  @Override
  public Expression visitReal(Qasm3Parser.RealContext context) {
    return Numerals.real(Span.of(source, context), context.getText());
  }

  @Override
  public Expression visitTiming(Qasm3Parser.TimingContext context) {
    return Numerals.timing(Span.of(source, context), context.getText());
  }

  @Override
  public Expression visitTruth(Qasm3Parser.TruthContext context) {
    return new Expression.Truth(Span.of(source, context), context.TRUE() != null);
  }

  @Override
  public Expression visitBitstring(Qasm3Parser.BitstringContext context) {
    return new Expression.BitText(Span.of(source, context), Fronts.unquoted(context.getText()));
  }
}
