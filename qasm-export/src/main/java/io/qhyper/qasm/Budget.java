package io.qhyper.qasm;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What reading one text may cost. A short text can ask for a very long circuit or for endless work;
 * it is refused before that happens.
 */
final class Budget {
  /** The most instructions of a circuit, gate bodies counted once each. */
  static final long MAX_INSTRUCTIONS = 5_000_000;

  /** The most qubits, bits and parameters that all instructions name together. */
  static final long MAX_OPERANDS = 20_000_000;

  /** The most standard gates that calls of definitions stand for: what a circuit can expand to. */
  static final long MAX_EXPANDED = 5_000_000;

  /** The most places of expressions and registers looked at. */
  static final long MAX_STEPS = 50_000_000;

  /** The most declared names. */
  static final long MAX_NAMES = 1_000_000;

  /** How deep loops in gate bodies and calls of gates may nest. */
  static final int MAX_DEPTH = 200;

  private final Deque<Statement.Loop> loops = new ArrayDeque<>();
  private long instructions;
  private long operands;
  private long expanded;
  private long steps;
  private long names;
  private int depth;

  void instructions(long count, long touched, Span span) {
    instructions = sum(instructions, count, MAX_INSTRUCTIONS, "instructions", span);
    operands = sum(operands, touched, MAX_OPERANDS, "operands of instructions", span);
  }

  void expanded(long gates, Span span) {
    expanded = sum(expanded, gates, MAX_EXPANDED, "standard gates in its gate definitions", span);
  }

  void steps(long count, Span span) {
    steps = sum(steps, count, MAX_STEPS, "steps of evaluation", span);
  }

  void name(Span span) {
    names = sum(names, 1, MAX_NAMES, "declared names", span);
  }

  private long sum(long spent, long more, long limit, String what, Span span) {
    if (more > limit - spent) {
      String why = "the program has more than " + limit + " " + what;
      Statement.Loop loop = loops.peekLast();
      throw loop == null
          ? span.error(why)
          : loop.span().error(why + " once the loop over " + loop.name().text() + " is unrolled");
    }
    return spent + more;
  }

  /** Refuses a loop at once that can only run out of budget later. */
  void enterLoop(Statement.Loop loop, long iterations) {
    enter(loop.span());
    loops.push(loop);
    if (iterations > MAX_INSTRUCTIONS) {
      throw loop.span()
          .error(
              "the loop over "
                  + loop.name().text()
                  + " runs "
                  + iterations
                  + " times, at most "
                  + MAX_INSTRUCTIONS
                  + " are unrolled");
    }
  }

  void leaveLoop() {
    loops.pop();
    leave();
  }

  void enter(Span span) {
    if (++depth > MAX_DEPTH) {
      throw span.error("loops and gates nest deeper than " + MAX_DEPTH + " levels");
    }
  }

  void leave() {
    depth--;
  }
}
