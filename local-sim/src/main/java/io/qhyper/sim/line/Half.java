package io.qhyper.sim.line;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One half: what it is at first, then steps on all of it; immutable.
 *
 * <p>A larger half begins as two smaller ones side by side, which do their own steps at a fraction
 * of the cost; so only the steps near the middle are done on the whole. In a shallow circuit those
 * are few.
 */
final class Half {
  private final Start start;
  private final List<HalfStep> steps;

  private Half(Start start, List<HalfOp> ops) {
    this.start = start;
    this.steps = ops.stream().map(HalfOp::step).toList();
  }

  /** The half of so many qubits, all |0⟩, and the steps from there. */
  static Half of(int qubits, List<HalfOp> ops) {
    return Division.cheapest(qubits, ops)
        .map(division -> divided(qubits, division))
        .orElseGet(() -> undivided(qubits, ops));
  }

  private static Half divided(int qubits, Division division) {
    Half low = of(division.split(), division.low());
    Half high = of(qubits - division.split(), division.high());
    return new Half(new JoinedStart(low, high), division.whole());
  }

  /** The first step of a qubit is a part of the product state, if it is a turn. */
  private static Half undivided(int qubits, List<HalfOp> ops) {
    int[] turns = new int[qubits];
    Arrays.fill(turns, ProductStart.NONE);
    BitSet touched = new BitSet();
    List<HalfOp> rest = new ArrayList<>();
    for (HalfOp op : ops) {
      if (op instanceof HalfOp.Turn turn && !touched.get(turn.bit())) {
        turns[turn.bit()] = turn.slot();
      } else {
        rest.add(op);
      }
      IntStream.of(op.bits()).forEach(touched::set);
    }
    return new Half(new ProductStart(turns), rest);
  }

  Family forward(Settings settings) {
    return onward(start.forward(settings), 0, settings);
  }

  private Family onward(Family family, int from, Settings settings) {
    Family result = family;
    for (HalfStep step : steps.subList(from, steps.size())) {
      result = step.forward(result, settings);
    }
    return result;
  }

  /** The family, with copies of it on the way. */
  HalfTrace trace(Settings settings) {
    List<HalfTrace> parts = start.trace(settings);
    List<Family> copies = new ArrayList<>();
    Family family = start.forward(settings, parts, settings);
    for (int i = 0; i < steps.size(); i++) {
      if (i % HalfTrace.EVERY == 0) {
        copies.add(family.copy());
      }
      family = steps.get(i).forward(family, settings);
    }
    return new HalfTrace(parts, copies, family);
  }

  /**
   * The family for settings that differ little from those of a trace: goes on from the last copy
   * before the first difference.
   */
  Family forward(Settings settings, HalfTrace trace, Settings traced) {
    if (start.differs(settings, traced)) {
      return onward(start.forward(settings, trace.parts(), traced), 0, settings);
    }
    int same = 0;
    while (same < steps.size() && !steps.get(same).differs(settings, traced)) {
      same++;
    }
    if (same == steps.size()) {
      return trace.end();
    }
    int copy = same / HalfTrace.EVERY;
    return onward(trace.copies().get(copy).copy(), copy * HalfTrace.EVERY, settings);
  }

  /** Whether two settings make anything differ. */
  boolean differs(Settings one, Settings other) {
    return start.differs(one, other) || steps.stream().anyMatch(step -> step.differs(one, other));
  }

  /**
   * Carries the derivative of a mean back to all numbers of this half.
   *
   * @param after is spoilt
   */
  void backward(Sweep after, Settings settings, Slopes slopes) {
    Sweep sweep = after;
    for (int i = steps.size() - 1; i >= 0; i--) {
      sweep = steps.get(i).backward(sweep, settings, slopes);
    }
    start.backward(sweep, settings, slopes);
  }
}
