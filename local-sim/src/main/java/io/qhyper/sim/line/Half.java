package io.qhyper.sim.line;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The steps of one half: a product state, then gates on it. */
final class Half {
  private static final int NONE = -1;

  private final int[] firstTurns;
  private final boolean[] touched;
  private final List<HalfStep> steps = new ArrayList<>();

  /** A half of so many qubits, all |0⟩. */
  Half(int qubits) {
    this.firstTurns = new int[qubits];
    this.touched = new boolean[qubits];
    Arrays.fill(firstTurns, NONE);
  }

  /** Adds a turn; the first step of a qubit becomes a part of the product state. */
  void addTurn(int bit, int slot) {
    if (touched[bit]) {
      steps.add(new TurnStep(bit, slot));
    } else {
      touched[bit] = true;
      firstTurns[bit] = slot;
    }
  }

  /** Adds a step on some qubits. */
  void add(HalfStep step, int... bits) {
    for (int bit : bits) {
      touched[bit] = true;
    }
    steps.add(step);
  }

  int qubits() {
    return firstTurns.length;
  }

  Family forward(Settings settings) {
    Family family = product(settings.turns());
    for (HalfStep step : steps) {
      family = step.forward(family, settings);
    }
    return family;
  }

  /** The family, with copies of it on the way. */
  HalfTrace trace(Settings settings) {
    List<Family> copies = new ArrayList<>();
    Family family = product(settings.turns());
    for (int i = 0; i < steps.size(); i++) {
      if (i % HalfTrace.EVERY == 0) {
        copies.add(family.copy());
      }
      family = steps.get(i).forward(family, settings);
    }
    return new HalfTrace(copies, family);
  }

  /**
   * The family for settings that differ little from those of a trace: goes on from the last copy
   * before the first difference.
   */
  Family forward(Settings settings, HalfTrace trace, Settings traced) {
    for (int slot : firstTurns) {
      if (slot != NONE && settings.turnDiffers(traced, slot)) {
        return forward(settings);
      }
    }
    int same = 0;
    while (same < steps.size() && !steps.get(same).differs(settings, traced)) {
      same++;
    }
    if (same == steps.size()) {
      return trace.end();
    }
    int from = same / HalfTrace.EVERY;
    Family family = trace.copies().get(from).copy();
    for (int i = from * HalfTrace.EVERY; i < steps.size(); i++) {
      family = steps.get(i).forward(family, settings);
    }
    return family;
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
    for (int bit = 0; bit < firstTurns.length; bit++) {
      if (firstTurns[bit] != NONE) {
        new TurnStep(bit, firstTurns[bit]).addSlope(sweep, 0, slopes);
      }
    }
  }

  /** The product state that the first turns make of |0…0⟩. */
  private Family product(double[] turns) {
    Family family = Family.zero(1, 1 << firstTurns.length);
    double[] re = family.re()[0];
    double[] im = family.im()[0];
    re[0] = 1;
    for (int bit = 0; bit < firstTurns.length; bit++) {
      if (firstTurns[bit] != NONE) {
        int at = firstTurns[bit] * Settings.TURN;
        grow(re, im, 1 << bit, turns[at], turns[at + 4], turns[at + 2], turns[at + 6]);
      }
    }
    return family;
  }

  /** Multiplies the first {@code size} entries by one number, after a copy by another. */
  private static void grow(
      double[] re, double[] im, int size, double c0, double s0, double c1, double s1) {
    for (int i = 0; i < size; i++) {
      final double re0 = re[i];
      final double im0 = im[i];
      re[i + size] = c1 * re0 - s1 * im0;
      im[i + size] = c1 * im0 + s1 * re0;
      re[i] = c0 * re0 - s0 * im0;
      im[i] = c0 * im0 + s0 * re0;
    }
  }
}
