package io.qhyper.sim;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Follows a plan with density matrices: one, of trace below 1, for each set of bits measured so
 * far; those that meet again with the same bits at the same step are added up.
 */
final class DensityRun {
  /** Branches less likely than this are rounding. */
  private static final double NEGLIGIBLE = 1e-18;

  private final Plan plan;
  private final double[] row;
  private final TreeMap<Integer, Map<BitSet, DensityMatrix>> waiting = new TreeMap<>();

  private DensityRun(Plan plan, double[] row) {
    this.plan = plan;
    this.row = row;
  }

  /** The density matrix at the end for every set of bits measured on the way. */
  static Map<BitSet, DensityMatrix> end(Plan plan, double[] row) {
    DensityRun run = new DensityRun(plan, row);
    DensityMatrix start = DensityMatrix.zero(plan.qubits());
    for (PlannedGate gate : plan.prefix()) {
      ReferenceEngine.checkNotInterrupted();
      start.apply(gate, row);
    }
    run.arrive(0, new BitSet(), start);
    return run.end();
  }

  private Map<BitSet, DensityMatrix> end() {
    int last = plan.tail().size();
    while (waiting.firstKey() < last) {
      int position = waiting.firstKey();
      Map<BitSet, DensityMatrix> here = waiting.remove(position);
      here.forEach((bits, state) -> step(position, bits, state));
    }
    return waiting.get(last);
  }

  private void arrive(int position, BitSet bits, DensityMatrix state) {
    waiting
        .computeIfAbsent(position, key -> new LinkedHashMap<>())
        .merge(
            bits,
            state,
            (one, two) -> {
              one.add(two);
              return one;
            });
  }

  private void step(int position, BitSet bits, DensityMatrix state) {
    ReferenceEngine.checkNotInterrupted();
    TailStep step = plan.tail().get(position);
    int next = position + 1;
    if (step instanceof TailStep.Apply apply) {
      state.apply(apply.gate(), row);
    } else if (step instanceof TailStep.Disturb disturb) {
      state.apply(disturb.channel());
    } else if (step instanceof TailStep.Restart restart) {
      state.reset(restart.qubit());
    } else if (step instanceof TailStep.SkipUnless skip) {
      next += skip.condition().holds(bits::get) ? 0 : skip.steps();
    } else if (step instanceof TailStep.Skip skip) {
      next += skip.steps();
    } else if (step instanceof TailStep.Observe observe) {
      observe(observe, next, bits, state);
      return;
    } else if (step instanceof TailStep.Misread misread) {
      misread(misread, next, bits, state);
      return;
    } else if (step instanceof TailStep.Clear clear) {
      arrive(next, with(bits, clear.bit(), false), state);
      return;
    }
    arrive(next, bits, state);
  }

  private void observe(TailStep.Observe step, int next, BitSet bits, DensityMatrix state) {
    DensityMatrix other = state.copy();
    state.project(step.qubit(), 0);
    other.project(step.qubit(), 1);
    // One at least goes on, so that a program always has an end.
    boolean isZeroLikely = state.trace() > NEGLIGIBLE;
    if (isZeroLikely) {
      arrive(next, with(bits, step.bit(), false), state);
    }
    if (!isZeroLikely || other.trace() > NEGLIGIBLE) {
      arrive(next, with(bits, step.bit(), true), other);
    }
  }

  private void misread(TailStep.Misread step, int next, BitSet bits, DensityMatrix state) {
    boolean value = bits.get(step.bit());
    double flip = step.error().flip(value ? 1 : 0);
    if (flip < 1) {
      DensityMatrix right = state.copy();
      right.scale(1 - flip);
      arrive(next, bits, right);
    }
    if (flip > 0) {
      state.scale(flip);
      arrive(next, with(bits, step.bit(), !value), state);
    }
  }

  private static BitSet with(BitSet bits, int bit, boolean value) {
    BitSet changed = (BitSet) bits.clone();
    changed.set(bit, value);
    return changed;
  }
}
