package io.qhyper.sim;

import io.qhyper.shots.BitString;
import io.qhyper.sim.mps.MatrixProductState;
import io.qhyper.sim.mps.SiteMarginals;
import io.qhyper.sim.mps.TopSearch;
import io.qhyper.sim.mps.TopValues;

/** Outcomes of a register of any width, read off a matrix product state. */
final class MpsOutcomes implements RegisterOutcomes {
  private final MatrixProductState state;
  private final RegisterSites register;

  MpsOutcomes(MatrixProductState state, RegisterSites register) {
    this.state = state;
    this.register = register;
  }

  @Override
  public Marginals marginals() {
    double[][] sites = new SiteMarginals(state).both();
    int width = register.width();
    double[] ones = new double[width];
    double[][] both = new double[width][width];
    for (int a = 0; a < width; a++) {
      for (int b = 0; b < width; b++) {
        boolean measured = register.site(a) >= 0 && register.site(b) >= 0;
        both[a][b] = measured ? sites[register.site(a)][register.site(b)] : 0;
      }
      ones[a] = both[a][a];
    }
    return new Marginals(ones, both);
  }

  @Override
  public TopOutcomes top(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("count must be at least 1, got " + count);
    }
    TopValues top = TopSearch.of(state, register.shown(), count);
    return new TopOutcomes(
        top.values().stream()
            .map(value -> new TopOutcomes.Outcome(bits(value.words()), value.probability()))
            .toList(),
        top.unseen());
  }

  private BitString bits(long[] values) {
    long[] words = new long[BitString.wordsFor(register.width())];
    for (int bit = 0; bit < register.width(); bit++) {
      int site = register.site(bit);
      if (site >= 0) {
        PackedBits.set(words, 0, bit, (int) (values[site >>> 6] >>> site & 1));
      }
    }
    return BitString.ofWords(register.width(), words);
  }
}
