package io.qhyper.sim;

import io.qhyper.sim.mps.SiteTable;
import java.util.Arrays;

/** The exact side of the matrix product engine: tables of narrow registers, no gradients. */
final class MpsExact implements ExactEngine {
  private final MpsEngine engine;
  private final RegisterSites register;
  private final int width;

  MpsExact(MpsEngine engine, RegisterSites register, int width) {
    this.engine = engine;
    this.register = register;
    this.width = width;
  }

  @Override
  public double[] probabilities(double[] row) {
    int[] shown = register.shown();
    int[] masks = new int[shown.length]; // bits of the register that show each of the sites
    for (int bit = 0; bit < width; bit++) {
      if (register.site(bit) >= 0) {
        masks[Arrays.binarySearch(shown, register.site(bit))] |= 1 << bit;
      }
    }
    double[] values = SiteTable.of(engine.state(row), shown);
    double[] table = new double[1 << width];
    for (int value = 0; value < values.length; value++) {
      int index = 0;
      for (int i = 0; i < masks.length; i++) {
        index |= (value >>> i & 1) * masks[i];
      }
      table[index] += values[value];
    }
    return table;
  }

  @Override
  public double expectation(double[] row, double[] loss) {
    double[] probabilities = probabilities(row);
    double sum = 0;
    for (int i = 0; i < loss.length; i++) {
      sum += probabilities[i] * loss[i];
    }
    return sum;
  }

  @Override
  public ExpectationGradient gradient(double[] row, double[] loss) {
    throw new UnsupportedProgramException(
        "engine mps has no exact gradient; use engine auto, or gradients by shots");
  }
}
