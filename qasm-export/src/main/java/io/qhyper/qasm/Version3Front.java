package io.qhyper.qasm;

import io.qhyper.qasm.internal.Qasm3BaseVisitor;
import io.qhyper.qasm.internal.Qasm3Lexer;
import io.qhyper.qasm.internal.Qasm3Parser;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.tree.TerminalNode;

/** The statements of an OpenQASM 3 text. */
final class Version3Front extends Qasm3BaseVisitor<Statement> {
  private final SourceText source;
  private final Version3Expressions expressions;

  private Version3Front(SourceText source) {
    this.source = source;
    this.expressions = new Version3Expressions(source);
  }

  /** Hands over one statement after the other. */
  static void read(SourceText source, CharStream characters, Consumer<Statement> reader) {
    Version3Front front = new Version3Front(source);
    StatementTokens tokens = new StatementTokens(new Qasm3Lexer(characters), source);
    TokenStream stream = Fronts.stream(tokens);
    Qasm3Parser parser = Fronts.strict(new Qasm3Parser(stream), source);
    if (stream.LA(1) == Qasm3Parser.OPENQASM) {
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

  private List<Statement.Name> names(Qasm3Parser.NamesContext context) {
    return context == null ? List.of() : context.Identifier().stream().map(this::name).toList();
  }

  private List<Statement> body(Qasm3Parser.BodyContext context) {
    if (context == null) {
      return List.of();
    }
    return context.block() != null ? block(context.block()) : List.of(visit(context.statement()));
  }

  private List<Statement> block(Qasm3Parser.BlockContext context) {
    return context.statement().stream().map(this::visit).toList();
  }

  private Statement.Type type(
      Qasm3Parser.TypeContext context, Qasm3Parser.DesignatorContext width) {
    return new Statement.Type(
        Span.of(source, context), context.getText(), expressions.optional(width));
  }

  @Override
  public Statement visitInclude(Qasm3Parser.IncludeContext context) {
    Token file = context.String().getSymbol();
    return new Statement.Include(Span.of(source, file), Fronts.unquoted(file.getText()));
  }

  @Override
  public Statement visitConstant(Qasm3Parser.ConstantContext context) {
    return new Statement.Constant(
        Span.of(source, context),
        type(context.type(), context.designator()),
        name(context.Identifier()),
        expressions.visit(context.expression()));
  }

  @Override
  public Statement visitInput(Qasm3Parser.InputContext context) {
    return new Statement.Input(
        Span.of(source, context),
        type(context.type(), context.designator()),
        name(context.Identifier()));
  }

  @Override
  public Statement visitQubits(Qasm3Parser.QubitsContext context) {
    return new Statement.Qubits(
        Span.of(source, context),
        name(context.Identifier()),
        expressions.optional(context.designator()));
  }

  @Override
  public Statement visitQreg(Qasm3Parser.QregContext context) {
    return new Statement.Qubits(
        Span.of(source, context),
        name(context.Identifier()),
        expressions.optional(context.designator()));
  }

  @Override
  public Statement visitBits(Qasm3Parser.BitsContext context) {
    if (context.value() != null && context.value().MEASURE() == null) {
      return new Statement.Assignment(Span.of(source, context.value()));
    }
    return new Statement.Bits(
        Span.of(source, context),
        name(context.Identifier()),
        expressions.optional(context.designator()),
        Optional.ofNullable(context.value()).map(v -> expressions.operand(v.operand())));
  }

  @Override
  public Statement visitCreg(Qasm3Parser.CregContext context) {
    return new Statement.Bits(
        Span.of(source, context),
        name(context.Identifier()),
        expressions.optional(context.designator()),
        Optional.empty());
  }

  @Override
  public Statement visitAlias(Qasm3Parser.AliasContext context) {
    return new Statement.Alias(
        Span.of(source, context),
        name(context.Identifier()),
        context.operand().stream().map(expressions::operand).toList());
  }

  @Override
  public Statement visitGate(Qasm3Parser.GateContext context) {
    return new Statement.GateText(
        Span.of(source, context),
        name(context.Identifier()),
        names(context.angles),
        names(context.wires),
        block(context.block()));
  }

  @Override
  public Statement visitMeasureArrow(Qasm3Parser.MeasureArrowContext context) {
    return new Statement.Measured(
        Span.of(source, context),
        expressions.operand(context.operand(0)),
        Optional.ofNullable(context.operand(1)).map(expressions::operand));
  }

  @Override
  public Statement visitReset(Qasm3Parser.ResetContext context) {
    return new Statement.Resets(Span.of(source, context), expressions.operands(context.operands()));
  }

  @Override
  public Statement visitBarrier(Qasm3Parser.BarrierContext context) {
    return new Statement.Barriers(
        Span.of(source, context), expressions.operands(context.operands()));
  }

  @Override
  public Statement visitDelay(Qasm3Parser.DelayContext context) {
    return new Statement.Delays(
        Span.of(source, context),
        expressions.visit(context.designator()),
        expressions.operands(context.operands()));
  }

  @Override
  public Statement visitConditional(Qasm3Parser.ConditionalContext context) {
    return new Statement.Branch(
        Span.of(source, context),
        expressions.visit(context.expression()),
        body(context.body(0)),
        body(context.body(1)));
  }

  @Override
  public Statement visitLoop(Qasm3Parser.LoopContext context) {
    Qasm3Parser.IterableContext values = context.iterable();
    return new Statement.Loop(
        Span.of(source, context.FOR().getSymbol()),
        type(context.type(), context.designator()),
        name(context.Identifier()),
        values.set() != null
            ? expressions.places(values.set())
            : expressions.range(values, values.expression(), values.range()),
        body(context.body()));
  }

  @Override
  public Statement visitModifiedCall(Qasm3Parser.ModifiedCallContext context) {
    return new Statement.GateUse(
        Span.of(source, context),
        context.modifier().stream().map(this::modifier).toList(),
        name(context.Identifier()),
        expressions.arguments(context.arguments()),
        expressions.operands(context.operands()));
  }

  private Statement.Modifier modifier(Qasm3Parser.ModifierContext context) {
    return new Statement.Modifier(
        Span.of(source, context),
        context.getStart().getText(),
        expressions.optional(context.expression()));
  }

  @Override
  public Statement visitCallOrAssignment(Qasm3Parser.CallOrAssignmentContext context) {
    if (context.ASSIGN() == null) {
      return new Statement.GateUse(
          Span.of(source, context),
          List.of(),
          name(context.Identifier()),
          expressions.arguments(context.arguments()),
          expressions.operands(context.operands()));
    }
    if (context.value().MEASURE() == null) {
      return new Statement.Assignment(Span.of(source, context));
    }
    Token target = context.Identifier().getSymbol();
    return new Statement.Measured(
        Span.of(source, context),
        expressions.operand(context.value().operand()),
        Optional.of(
            new Operand(
                Span.of(source, target),
                target.getText(),
                context.index().stream().map(expressions::index).toList())));
  }
}
