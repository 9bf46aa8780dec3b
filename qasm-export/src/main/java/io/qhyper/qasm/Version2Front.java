package io.qhyper.qasm;

import io.qhyper.qasm.internal.Qasm2BaseVisitor;
import io.qhyper.qasm.internal.Qasm2Lexer;
import io.qhyper.qasm.internal.Qasm2Parser;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.tree.TerminalNode;

/** The statements of an OpenQASM 2 text. */
final class Version2Front extends Qasm2BaseVisitor<Statement> {
  private final SourceText source;
  private final Version2Expressions expressions;

  private Version2Front(SourceText source) {
    this.source = source;
    this.expressions = new Version2Expressions(source);
  }

  /** Hands over one statement after the other. */
  static void read(SourceText source, CharStream characters, Consumer<Statement> reader) {
    Version2Front front = new Version2Front(source);
    StatementTokens tokens = new StatementTokens(new Qasm2Lexer(characters), source);
    TokenStream stream = Fronts.stream(tokens);
    Qasm2Parser parser = Fronts.strict(new Qasm2Parser(stream), source);
    if (stream.LA(1) == Qasm2Parser.OPENQASM) {
      parser.version();
    }
    while (stream.LA(1) != Token.EOF) {
      tokens.nextStatement();
      reader.accept(front.visit(parser.statement()));
    }
  }

  private Statement.Name name(TerminalNode node) {
    return new Statement.Name(Span.of(source, node.getSymbol()), node.getText());
  }

  private List<Statement.Name> names(Qasm2Parser.NamesContext context) {
    return context == null ? List.of() : context.Identifier().stream().map(this::name).toList();
  }

  @Override
  public Statement visitInclude(Qasm2Parser.IncludeContext context) {
    Token file = context.String().getSymbol();
    return new Statement.Include(Span.of(source, file), Fronts.unquoted(file.getText()));
  }

  @Override
  public Statement visitQreg(Qasm2Parser.QregContext context) {
    return new Statement.Qubits(
        Span.of(source, context),
        name(context.Identifier()),
        Optional.of(expressions.size(context.size())));
  }

  @Override
  public Statement visitCreg(Qasm2Parser.CregContext context) {
    return new Statement.Bits(
        Span.of(source, context),
        name(context.Identifier()),
        Optional.of(expressions.size(context.size())),
        Optional.empty());
  }

  @Override
  public Statement visitGate(Qasm2Parser.GateContext context) {
    return new Statement.GateText(
        Span.of(source, context),
        name(context.Identifier()),
        names(context.angles),
        names(context.wires),
        context.block().statement().stream().map(this::visit).toList());
  }

  @Override
  public Statement visitOpaque(Qasm2Parser.OpaqueContext context) {
    return new Statement.Opaque(Span.of(source, context), name(context.Identifier()));
  }

  @Override
  public Statement visitMeasure(Qasm2Parser.MeasureContext context) {
    return new Statement.Measured(
        Span.of(source, context),
        expressions.operand(context.operand(0)),
        Optional.of(expressions.operand(context.operand(1))));
  }

  @Override
  public Statement visitReset(Qasm2Parser.ResetContext context) {
    return new Statement.Resets(
        Span.of(source, context), List.of(expressions.operand(context.operand())));
  }

  @Override
  public Statement visitBarrier(Qasm2Parser.BarrierContext context) {
    return new Statement.Barriers(
        Span.of(source, context), expressions.operands(context.operands()));
  }

  @Override
  public Statement visitConditional(Qasm2Parser.ConditionalContext context) {
    Token register = context.Identifier().getSymbol();
    Span condition = Span.of(source, register);
    return new Statement.Branch(
        Span.of(source, context),
        new Expression.Chain(
            condition,
            List.of(
                new Expression.Name(condition, register.getText()),
                Numerals.whole(
                    Span.of(source, context.Decimal().getSymbol()), context.Decimal().getText())),
            List.of("==")),
        List.of(visit(context.statement())),
        List.of());
  }

  @Override
  public Statement visitCall(Qasm2Parser.CallContext context) {
    return new Statement.GateUse(
        Span.of(source, context),
        List.of(),
        name(context.Identifier()),
        context.arguments() == null ? List.of() : expressions.all(context.arguments().expression()),
        expressions.operands(context.operands()));
  }
}
