package io.qhyper.qasm;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.TokenSource;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.UnbufferedTokenStream;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/** What the fronts of both versions share: strict parsers, and operators as the text has them. */
final class Fronts {
  private Fronts() {}

  /** Tokens that are dropped once the parser is past them. */
  static TokenStream stream(TokenSource tokens) {
    return new UnbufferedTokenStream<>(tokens);
  }

  /** The parser, set to stop at the first error and at hostile nesting. */
  static <P extends Parser> P strict(P parser, SourceText source) {
    parser.removeErrorListeners();
    parser.setErrorHandler(new SyntaxErrors(source));
    parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
    parser.addParseListener(new NestingGuard(source, parser));
    return parser;
  }

  static String unquoted(String text) {
    return text.substring(1, text.length() - 1);
  }

  /** Operands with the operators between them; one operand alone stays what it is. */
  static Expression chain(SourceText source, ParserRuleContext context, List<Expression> operands) {
    return operands.size() == 1
        ? operands.get(0)
        : new Expression.Chain(Span.of(source, context), operands, signs(context));
  }

  static Expression signed(SourceText source, ParserRuleContext context, Expression operand) {
    return context.getChildCount() == 1
        ? operand
        : new Expression.Signed(Span.of(source, context), signs(context), operand);
  }

  static Expression power(
      SourceText source,
      ParserRuleContext context,
      Expression base,
      List<Expression.Exponent> exponents) {
    return exponents.isEmpty()
        ? base
        : new Expression.Power(Span.of(source, context), base, exponents);
  }

  /** The operators that are children of a rule, in order. */
  static List<String> signs(ParserRuleContext context) {
    List<String> signs = new ArrayList<>();
    for (ParseTree child : context.children) {
      if (child instanceof TerminalNode sign) {
        signs.add(sign.getText());
      }
    }
    return signs;
  }
}
