package io.qhyper.sim;

import io.qhyper.circuit.Condition;
import io.qhyper.shots.BitString;
import io.qhyper.sim.state.AmplitudeSampler;
import io.qhyper.sim.state.Amplitudes;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Shots of a program that measures, resets or branches on the way.
 *
 * <p>Shots with the same history share a state. A measurement splits them: each draws its own
 * number, in shot order. The smaller part goes on first with a copy of the state, then the larger
 * part with the state itself, so that a block of S shots holds at most 1 + log₂ S copies; all start
 * from the state after the plan's prefix. Exact: each shot is distributed as if run alone.
 */
final class Trajectory<S extends Amplitudes<S>> implements ShotSource {
  private final Plan plan;
  private final List<TailStep> tail;
  private final S prefix;
  private final TailGates<S> gates;
  private final int stride;

  Trajectory(Plan plan, S prefix, TailGates<S> gates) {
    this.plan = plan;
    this.tail = plan.tail();
    this.prefix = prefix;
    this.gates = gates;
    this.stride = BitString.wordsFor(plan.bits());
  }

  /** The most states that a block of shots holds at the same time, the prefix included. */
  static int states(int shots) {
    return 2 + (Integer.SIZE - 1 - Integer.numberOfLeadingZeros(shots));
  }

  @Override
  public void draw(UniformRandomProvider random, int shots, long[] words, int offset) {
    int[] offsets = new int[shots];
    Arrays.setAll(offsets, shot -> offset + shot * stride);
    new Block(random, words).run(0, prefix.copy(), offsets);
  }

  /** The shots of one block; those of a branch are named by where their words begin. */
  private final class Block {
    private final UniformRandomProvider random;
    private final long[] words;

    Block(UniformRandomProvider random, long[] words) {
      this.random = random;
      this.words = words;
    }

    /** Runs the tail from a step on, for shots that share a state, which is consumed. */
    void run(int from, S state, int[] branch) {
      int[] shots = branch;
      int next = from;
      while (next < tail.size()) {
        ReferenceEngine.checkNotInterrupted();
        TailStep step = tail.get(next++);
        if (step instanceof TailStep.Apply) {
          next += gates.apply(next - 1, state) - 1;
        } else if (step instanceof TailStep.Split split) {
          shots = split(split, next, state, shots);
        } else if (step instanceof TailStep.Clear clear) {
          write(clear.bit(), 0, shots);
        } else if (step instanceof TailStep.SkipUnless skip) {
          next += holds(skip.condition(), shots[0]) ? 0 : skip.steps();
        } else if (step instanceof TailStep.Skip skip) {
          next += skip.steps();
        }
      }
      if (!plan.readouts().isEmpty()) {
        new Readouts(plan.readouts(), new AmplitudeSampler(state)).draw(random, words, shots);
      }
    }

    /** Measures a qubit; runs the smaller part to its end and returns the larger one. */
    private int[] split(TailStep.Split step, int next, S state, int[] shots) {
      double one = state.probabilityOfOne(step.qubit());
      int[][] parts = {new int[shots.length], new int[shots.length]};
      int[] sizes = new int[2];
      for (int shot : shots) {
        int outcome = random.nextDouble() < one ? 1 : 0;
        parts[outcome][sizes[outcome]++] = shot;
      }
      int fewer = sizes[0] < sizes[1] ? 0 : 1;
      if (sizes[fewer] > 0) {
        int[] part = Arrays.copyOf(parts[fewer], sizes[fewer]);
        S copy = state.copy();
        settle(step, fewer, one, copy, part);
        run(next, copy, part);
      }
      int[] rest = Arrays.copyOf(parts[1 - fewer], sizes[1 - fewer]);
      settle(step, 1 - fewer, one, state, rest);
      return rest;
    }

    private void settle(TailStep.Split step, int outcome, double one, S state, int[] shots) {
      state.collapse(step.qubit(), outcome, outcome == 1 ? one : 1 - one);
      if (step instanceof TailStep.Observe observe) {
        write(observe.bit(), outcome, shots);
      } else if (outcome == 1) {
        state.flip(step.qubit());
      }
    }

    private void write(int bit, int outcome, int[] shots) {
      for (int shot : shots) {
        PackedBits.set(words, shot, bit, outcome);
      }
    }

    private boolean holds(Condition condition, int shot) {
      return condition.holds(bit -> PackedBits.get(words, shot, bit));
    }
  }
}
