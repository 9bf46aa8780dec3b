package io.qhyper.sim.mps;

/**
 * What was cut off a matrix product state.
 *
 * @param discardedWeight 1 − Π(1 − w_i), where the i-th sweep over the bonds cut off squared
 *     singular values that sum to w_i; 0 if nothing was cut
 * @param errorBound Σ √w_i: no event's probability is off by more, in total variation. A sweep is
 *     an orthogonal projection P, so |⟨ψ|Pψ⟩|²/⟨Pψ|Pψ⟩ = 1 − w and the trace distance is √w; gates
 *     between sweeps keep it, so that distances add up
 */
public record Truncation(double discardedWeight, double errorBound) {
  /** Nothing was cut off. */
  public static final Truncation NONE = new Truncation(0, 0);

  Truncation and(double weight) {
    return weight == 0
        ? this
        : new Truncation(1 - (1 - discardedWeight) * (1 - weight), errorBound + Math.sqrt(weight));
  }
}
