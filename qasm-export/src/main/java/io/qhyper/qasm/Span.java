package io.qhyper.qasm;

import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/**
 * A stretch of one line of the text that is read.
 *
 * @param line counted from 1
 * @param column in characters, counted from 1
 * @param length in characters, at least 1
 */
record Span(SourceText source, int line, int column, int length) {
  static Span of(SourceText source, Token token) {
    int length =
        token.getType() == Token.EOF ? 1 : token.getStopIndex() - token.getStartIndex() + 1;
    return new Span(source, token.getLine(), token.getCharPositionInLine() + 1, length);
  }

  /** From the first token of a rule to its last one, or to the end of the first line. */
  static Span of(SourceText source, ParserRuleContext context) {
    Token start = context.getStart();
    Token stop = context.getStop();
    if (stop == null || stop.getLine() < start.getLine()) {
      return of(source, start);
    }
    int length =
        stop.getLine() == start.getLine()
            ? stop.getStopIndex() - start.getStartIndex() + 1
            : Integer.MAX_VALUE;
    return new Span(
        source, start.getLine(), start.getCharPositionInLine() + 1, Math.max(1, length));
  }

  QasmSyntaxException error(String why) {
    return new QasmSyntaxException(line, column, message(why));
  }

  String message(String why) {
    return line + ":" + column + ": " + why + "\n" + source.excerpt(this);
  }
}
