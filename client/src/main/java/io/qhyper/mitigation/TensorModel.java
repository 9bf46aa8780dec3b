package io.qhyper.mitigation;

import io.qhyper.shots.Counts;
import java.util.List;

/** Bits that are misread independently of each other. */
public final class TensorModel extends ReadoutModel {
  private final List<ReadoutRate> rates;

  /**
   * A model.
   *
   * @param rates of classical bit 0, 1, …; at least one
   */
  public TensorModel(List<ReadoutRate> rates) {
    if (rates.isEmpty()) {
      throw new IllegalArgumentException("a readout model needs at least one bit, got none");
    }
    this.rates = List.copyOf(rates);
  }

  /** The rates of classical bit 0, 1, …. */
  public List<ReadoutRate> rates() {
    return rates;
  }

  @Override
  public int width() {
    return rates.size();
  }

  @Override
  public double overhead() {
    double norm = rates.stream().mapToDouble(ReadoutRate::inverseNorm).reduce(1, (x, y) -> x * y);
    return norm * norm;
  }

  @Override
  Transitions between(Counts strings) {
    return new TensorTransitions(rates, strings);
  }
}
