package io.qhyper.sim.line;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The families of one half for settings that differ from base settings in a few numbers: carried on
 * from the base family kept before the first step that differs.
 *
 * <p>For one thread at a time.
 */
final class HalfVariants {
  /** The most bytes that kept families take, to an order of magnitude. */
  private static final long MOST_BYTES = 16L << 20;

  private final Half half;
  private final Map<Integer, Integer> turnSteps = new HashMap<>();
  private final Map<Integer, Integer> couplingSteps = new HashMap<>();
  private final List<Family> kept = new ArrayList<>(); // before every spacing-th step
  private final int spacing;
  private final Family base;

  HalfVariants(Half half, Settings settings) {
    this.half = half;
    List<HalfStep> steps = half.steps();
    for (int turn : half.firstTurns()) {
      turnSteps.put(turn, 0);
    }
    for (int i = 0; i < steps.size(); i++) {
      // A family before step i holds what came before; step 0 starts from the product state.
      turnSteps.put(steps.get(i).turn(), i + 1);
      couplingSteps.put(steps.get(i).coupling(), i + 1);
    }
    this.spacing = spacing(half, settings);
    Family family = half.product(settings);
    for (int i = 0; i < steps.size(); i++) {
      if (i % spacing == 0) {
        kept.add(family.copy());
      }
      family = steps.get(i).forward(family, settings);
    }
    this.base = family;
  }

  private static int spacing(Half half, Settings settings) {
    long doublings = half.steps().stream().filter(BranchStep.class::isInstance).count();
    double bytes = 16.0 * half.steps().size() * Math.scalb(1.0, half.qubits() + (int) doublings);
    return (int) Math.max(1, Math.ceil(bytes / MOST_BYTES));
  }

  /** The family for the base settings; not to be changed. */
  Family base() {
    return base;
  }

  /** Whether anything that differs has a place in this half. */
  boolean isTouched(BitSet turns, BitSet couplings) {
    return first(turns, couplings) < Integer.MAX_VALUE;
  }

  /** 0 for the product state, i + 1 for step i. */
  private int first(BitSet turns, BitSet couplings) {
    int first = Integer.MAX_VALUE;
    for (int slot = turns.nextSetBit(0); slot >= 0; slot = turns.nextSetBit(slot + 1)) {
      first = Math.min(first, turnSteps.getOrDefault(slot, Integer.MAX_VALUE));
    }
    for (int slot = couplings.nextSetBit(0); slot >= 0; slot = couplings.nextSetBit(slot + 1)) {
      first = Math.min(first, couplingSteps.getOrDefault(slot, Integer.MAX_VALUE));
    }
    return first;
  }

  /**
   * The family for settings that differ from the base in the given slots.
   *
   * @return a new one
   */
  Family family(Settings settings, BitSet turns, BitSet couplings) {
    int first = first(turns, couplings);
    if (first == 0) {
      return half.forward(settings);
    }
    int from = (first - 1) / spacing;
    Family family = kept.get(from).copy();
    List<HalfStep> steps = half.steps();
    for (int i = from * spacing; i < steps.size(); i++) {
      family = steps.get(i).forward(family, settings);
    }
    return family;
  }
}
