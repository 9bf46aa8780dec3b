package io.qhyper.sim.line;

import java.util.Arrays;
import java.util.List;

/** A product state: what the first turn of each qubit makes of |0…0⟩. */
final class ProductStart implements Start {
  /** The slot of a qubit that no turn comes first for. */
  static final int NONE = -1;

  private final int[] turns;

  /**
   * The state of so many qubits.
   *
   * @param turns for each the slot of its first turn, or {@link #NONE}
   */
  ProductStart(int[] turns) {
    this.turns = turns.clone();
  }

  @Override
  public Family forward(Settings settings) {
    Family family = Family.zero(1, 1 << turns.length);
    double[] re = family.re()[0];
    double[] im = family.im()[0];
    re[0] = 1;
    for (int bit = 0; bit < turns.length; bit++) {
      if (turns[bit] != NONE) {
        int at = turns[bit] * Settings.TURN;
        double[] numbers = settings.turns();
        grow(re, im, 1 << bit, numbers[at], numbers[at + 4], numbers[at + 2], numbers[at + 6]);
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

  @Override
  public List<HalfTrace> trace(Settings settings) {
    return List.of();
  }

  @Override
  public Family forward(Settings settings, List<HalfTrace> parts, Settings traced) {
    return forward(settings);
  }

  @Override
  public boolean differs(Settings one, Settings other) {
    return Arrays.stream(turns).anyMatch(slot -> slot != NONE && one.turnDiffers(other, slot));
  }

  @Override
  public void backward(Sweep after, Settings settings, Slopes slopes) {
    for (int bit = 0; bit < turns.length; bit++) {
      if (turns[bit] != NONE) {
        new TurnStep(bit, turns[bit]).addSlope(after, 0, slopes);
      }
    }
  }
}
