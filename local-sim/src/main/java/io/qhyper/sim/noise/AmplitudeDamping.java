package io.qhyper.sim.noise;

import java.util.ArrayList;
import java.util.List;

/**
 * Decay of |1⟩ to |0⟩.
 *
 * @param probability γ, the probability that |1⟩ decays; in [0, 1]. Coherences shrink by √(1−γ).
 */
public record AmplitudeDamping(double probability) implements Channel {
  public AmplitudeDamping {
    Values.probability("damping probability", probability);
  }

  @Override
  public int qubits() {
    return 1;
  }

  @Override
  public List<KrausOperator> kraus() {
    return kraus(probability, 0);
  }

  /** Decay with probability γ, then dephasing that shrinks coherences by √(1−λ). */
  static List<KrausOperator> kraus(double gamma, double lambda) {
    List<KrausOperator> operators = new ArrayList<>();
    operators.add(KrausOperator.real(1, 0, 0, Math.sqrt((1 - gamma) * (1 - lambda))));
    if (gamma > 0) {
      operators.add(KrausOperator.real(0, Math.sqrt(gamma), 0, 0));
    }
    if (lambda > 0 && gamma < 1) {
      operators.add(KrausOperator.real(0, 0, 0, Math.sqrt((1 - gamma) * lambda)));
    }
    return operators;
  }

  @Override
  public AmplitudeDamping scaled(double factor) {
    return new AmplitudeDamping(Values.longer(probability, factor));
  }

  @Override
  public boolean isIdentity() {
    return probability == 0;
  }
}
