package io.qhyper.qasm;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenFactory;
import org.antlr.v4.runtime.TokenSource;

/**
 * The tokens of a lexer, as long as no single statement has too many: a statement is held in memory
 * as a whole, the text is not.
 */
final class StatementTokens implements TokenSource {
  /** The most tokens of one statement, a block counted with all that is in it. */
  static final int MAX_TOKENS = 1_000_000;

  private final TokenSource lexer;
  private final SourceText source;
  private int count;

  StatementTokens(TokenSource lexer, SourceText source) {
    this.lexer = lexer;
    this.source = source;
  }

  /** Starts to count anew. */
  void nextStatement() {
    count = 0;
  }

  @Override
  public Token nextToken() {
    Token token = lexer.nextToken();
    if (++count > MAX_TOKENS) {
      throw Span.of(source, token)
          .error("one statement has more than " + MAX_TOKENS + " words and signs: split it");
    }
    return token;
  }

  @Override
  public int getLine() {
    return lexer.getLine();
  }

  @Override
  public int getCharPositionInLine() {
    return lexer.getCharPositionInLine();
  }

  @Override
  public CharStream getInputStream() {
    return lexer.getInputStream();
  }

  @Override
  public String getSourceName() {
    return lexer.getSourceName();
  }

  @Override
  public void setTokenFactory(TokenFactory<?> factory) {
    lexer.setTokenFactory(factory);
  }

  @Override
  public TokenFactory<?> getTokenFactory() {
    return lexer.getTokenFactory();
  }
}
