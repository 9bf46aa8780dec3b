package io.qhyper.qasm;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;

/** Turns the first syntax error into an exception in plain words. */
final class SyntaxErrors extends DefaultErrorStrategy {
  private static final int MOST_ALTERNATIVES = 5;

  private static final Map<String, String> CLASSES =
      Map.ofEntries(
          Map.entry("Identifier", "a name"),
          Map.entry("PhysicalQubit", "a physical qubit"),
          Map.entry("Decimal", "a whole number"),
          Map.entry("Real", "a number"),
          Map.entry("String", "text in quotes"),
          Map.entry("EOF", "the end of the text"));

  private static final Map<String, String> RULES =
      Map.ofEntries(
          Map.entry("statement", "a statement"),
          Map.entry("body", "a statement"),
          Map.entry("block", "a statement or '}'"),
          Map.entry("expression", "an expression"),
          Map.entry("conjunction", "an expression"),
          Map.entry("equality", "an expression"),
          Map.entry("comparison", "an expression"),
          Map.entry("sum", "an expression"),
          Map.entry("product", "an expression"),
          Map.entry("factor", "an expression"),
          Map.entry("power", "an expression"),
          Map.entry("exponent", "an expression"),
          Map.entry("primary", "an expression"),
          Map.entry("value", "'measure' or an expression"),
          Map.entry("index", "an index"),
          Map.entry("range", "an expression"),
          Map.entry("arguments", "an expression"),
          Map.entry("type", "a type"));

  private final SourceText source;

  SyntaxErrors(SourceText source) {
    this.source = source;
  }

  @Override
  public void reportError(Parser parser, RecognitionException error) {
    throw error(parser, error.getOffendingToken(), error.getExpectedTokens());
  }

  @Override
  public void recover(Parser parser, RecognitionException error) {
    reportError(parser, error);
  }

  @Override
  public Token recoverInline(Parser parser) {
    throw error(
        parser, parser.getCurrentToken(), new InputMismatchException(parser).getExpectedTokens());
  }

  @Override
  public void sync(Parser parser) {
    // Nothing is skipped: whoever comes next reports the error.
  }

  private QasmSyntaxException error(Parser parser, Token came, IntervalSet expected) {
    Span span = Span.of(source, came);
    String name = parser.getVocabulary().getSymbolicName(came.getType());
    String rule = parser.getRuleNames()[parser.getContext().getRuleIndex()];
    return Unsupported.refusal(name, came.getText(), rule)
        .map(span::error)
        .orElseGet(
            () ->
                span.error("expected " + expected(parser, rule, expected) + ", got " + text(came)));
  }

  private static String expected(Parser parser, String rule, IntervalSet expected) {
    List<String> words =
        expected.toList().stream().flatMap(type -> word(parser, type)).distinct().toList();
    if (words.isEmpty() || words.size() > MOST_ALTERNATIVES) {
      return RULES.getOrDefault(rule, "something else");
    }
    return String.join(" or ", words);
  }

  private static Stream<String> word(Parser parser, int type) {
    String literal = parser.getVocabulary().getLiteralName(type);
    String name = parser.getVocabulary().getSymbolicName(type);
    return Stream.of(literal != null ? literal : CLASSES.getOrDefault(name, name));
  }

  private static String text(Token token) {
    if (token.getType() == Token.EOF) {
      return "the end of the text";
    }
    return Unsupported.quoted(token.getText());
  }
}
