package io.qhyper.sim;

import io.qhyper.circuit.ClassicalRegister;
import io.qhyper.sim.mps.SiteTable;
import java.util.Arrays;

/** The exact side of the matrix product engine: tables of narrow registers. */
final class MpsExact implements ExactEngine {
  private final MpsEngine engine;
  private final RegisterSites sites;
  private final ClassicalRegister register;
  private final int width;

  MpsExact(MpsEngine engine, RegisterSites sites, ClassicalRegister register) {
    this.engine = engine;
    this.sites = sites;
    this.register = register;
    this.width = register.width();
  }

  @Override
  public double[] probabilities(double[] row) {
    int[] shown = sites.shown();
    int[] masks = new int[shown.length]; // bits of the register that show each of the sites
    for (int bit = 0; bit < width; bit++) {
      if (sites.site(bit) >= 0) {
        masks[Arrays.binarySearch(shown, sites.site(bit))] |= 1 << bit;
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

  /** By a reverse sweep through all amplitudes: the register is narrow, its qubits mostly few. */
  @Override
  public ExpectationGradient gradient(double[] row, double[] loss) {
    return engine.sweep(register).gradient(row, loss);
  }
}
