package io.qhyper.sim;

import io.qhyper.sim.state.AmplitudeSampler;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;

/** Samples basis indices of one final state and writes the bits that they show. */
final class Readouts {
  private final AmplitudeSampler sampler;
  private final int[] qubits;
  private final int[] bits;

  Readouts(List<Readout> readouts, AmplitudeSampler sampler) {
    this.sampler = sampler;
    this.qubits = readouts.stream().mapToInt(Readout::qubit).toArray();
    this.bits = readouts.stream().mapToInt(Readout::bit).toArray();
  }

  /** Draws one index per entry of {@code offsets} and writes its bits to the words from there. */
  void draw(UniformRandomProvider random, long[] words, int[] offsets) {
    int[] indices = new int[offsets.length];
    sampler.draw(random, indices);
    for (int shot = 0; shot < offsets.length; shot++) {
      for (int i = 0; i < bits.length; i++) {
        PackedBits.set(words, offsets[shot], bits[i], (indices[shot] >>> qubits[i]) & 1);
      }
    }
  }
}
