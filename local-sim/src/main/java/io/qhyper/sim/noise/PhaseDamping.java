package io.qhyper.sim.noise;

import java.util.List;
import java.util.Optional;

/**
 * Loss of coherence: the off-diagonal elements of ρ shrink by √(1−λ), the others stay. The same as
 * a Z error with probability (1 − √(1−λ))/2.
 *
 * @param probability λ in [0, 1]
 */
public record PhaseDamping(double probability) implements Channel {
  public PhaseDamping {
    Values.probability("damping probability", probability);
  }

  @Override
  public int qubits() {
    return 1;
  }

  @Override
  public Optional<double[]> pauliProbabilities() {
    double flip = (1 - Math.sqrt(1 - probability)) / 2;
    return Optional.of(new double[] {1 - flip, 0, flip, 0});
  }

  @Override
  public List<KrausOperator> kraus() {
    return AmplitudeDamping.kraus(0, probability);
  }

  @Override
  public PhaseDamping scaled(double factor) {
    return new PhaseDamping(Values.longer(probability, factor));
  }

  @Override
  public boolean isIdentity() {
    return probability == 0;
  }
}
