package io.qhyper.sim;

import io.qhyper.shots.BitString;
import io.qhyper.sim.state.AmplitudeSampler;
import io.qhyper.sim.state.Amplitudes;
import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;

/** Shots of a program that only measures at its end: all drawn from one state. */
final class TerminalShots implements ShotSource {
  private final int stride;
  private final Readouts readouts;

  TerminalShots(Plan plan, Amplitudes<?> state) {
    this.stride = BitString.wordsFor(plan.bits());
    this.readouts = new Readouts(plan.readouts(), new AmplitudeSampler(state));
  }

  @Override
  public void draw(UniformRandomProvider random, int shots, long[] words, int offset) {
    ReferenceEngine.checkNotInterrupted();
    int[] offsets = new int[shots];
    Arrays.setAll(offsets, shot -> offset + shot * stride);
    readouts.draw(random, words, offsets);
  }
}
