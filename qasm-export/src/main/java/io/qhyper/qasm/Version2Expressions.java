package io.qhyper.qasm;

import io.qhyper.qasm.internal.Qasm2BaseVisitor;
import io.qhyper.qasm.internal.Qasm2Parser;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/** The expressions and operands of an OpenQASM 2 text. */
final class Version2Expressions extends Qasm2BaseVisitor<Expression> {
  private final SourceText source;

  Version2Expressions(SourceText source) {
    this.source = source;
  }

  List<Expression> all(List<? extends ParserRuleContext> contexts) {
    return contexts.stream().map(this::visit).toList();
  }

  List<Operand> operands(Qasm2Parser.OperandsContext context) {
    return context.operand().stream().map(this::operand).toList();
  }

  Operand operand(Qasm2Parser.OperandContext context) {
    List<Operand.Index> indices =
        context.size() == null ? List.of() : List.of(new Operand.At(size(context.size())));
    return new Operand(Span.of(source, context), context.Identifier().getText(), indices);
  }

  Expression size(Qasm2Parser.SizeContext context) {
    Token number = context.Decimal().getSymbol();
    return Numerals.whole(Span.of(source, number), number.getText());
  }

  @Override
  public Expression visitExpression(Qasm2Parser.ExpressionContext context) {
    return Fronts.chain(source, context, all(context.product()));
  }

  @Override
  public Expression visitProduct(Qasm2Parser.ProductContext context) {
    return Fronts.chain(source, context, all(context.factor()));
  }

  @Override
  public Expression visitFactor(Qasm2Parser.FactorContext context) {
    return Fronts.signed(source, context, visit(context.power()));
  }

  @Override
  public Expression visitPower(Qasm2Parser.PowerContext context) {
    return Fronts.power(
        source,
        context,
        visit(context.primary()),
        context.exponent().stream()
            .map(e -> new Expression.Exponent(Fronts.signs(e), visit(e.primary())))
            .toList());
  }

  @Override
  public Expression visitParenthesised(Qasm2Parser.ParenthesisedContext context) {
    return visit(context.expression());
  }

  @Override
  public Expression visitNameOrFunction(Qasm2Parser.NameOrFunctionContext context) {
    Span span = Span.of(source, context);
    String name = context.Identifier().getText();
    return context.arguments() == null
        ? new Expression.Name(span, name)
        : new Expression.Call(span, name, all(context.arguments().expression()));
  }

  @Override
  public Expression visitNumber(Qasm2Parser.NumberContext context) {
    Span span = Span.of(source, context);
    return context.Decimal() != null
        ? Numerals.whole(span, context.getText())
        : Numerals.real(span, context.getText());
  }
}
