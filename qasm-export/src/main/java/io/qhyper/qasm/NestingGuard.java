package io.qhyper.qasm;

import java.util.Set;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ErrorNode;
import org.antlr.v4.runtime.tree.ParseTreeListener;
import org.antlr.v4.runtime.tree.TerminalNode;

/**
 * Refuses text that nests too deeply, while it is parsed: all further work recurses as deep as the
 * text nests.
 */
final class NestingGuard implements ParseTreeListener {
  /** How deep statements and expressions may nest. */
  static final int MAX_DEPTH = 200;

  private static final Set<String> NESTING = Set.of("statement", "expression");

  private final SourceText source;
  private final boolean[] nesting;
  private int depth;

  NestingGuard(SourceText source, Parser parser) {
    this.source = source;
    String[] rules = parser.getRuleNames();
    this.nesting = new boolean[rules.length];
    for (int rule = 0; rule < rules.length; rule++) {
      nesting[rule] = NESTING.contains(rules[rule]);
    }
  }

  @Override
  public void enterEveryRule(ParserRuleContext context) {
    if (nesting[context.getRuleIndex()] && ++depth > MAX_DEPTH) {
      throw Span.of(source, context.getStart())
          .error("statements and expressions nest deeper than " + MAX_DEPTH + " levels");
    }
  }

  @Override
  public void exitEveryRule(ParserRuleContext context) {
    if (nesting[context.getRuleIndex()]) {
      depth--;
    }
  }

  @Override
  public void visitTerminal(TerminalNode node) {}

  @Override
  public void visitErrorNode(ErrorNode node) {}
}
