package io.qhyper.sim;

import io.qhyper.circuit.Condition;
import io.qhyper.shots.BitString;
import io.qhyper.sim.state.AmplitudeSampler;
import io.qhyper.sim.state.Amplitudes;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Shots of a program that measures, resets, branches or is disturbed by noise on the way.
 *
 * <p>Shots with the same history share a state. A measurement splits them: each draws its own
 * number, in shot order. So does a channel: each shot draws the Kraus operator that acts, by its
 * probability in the state that they share. The smaller parts go on first with a copy of the state,
 * then the largest part with the state itself, so that a block of S shots holds at most 1 + log₂ S
 * copies; all start from the state after the plan's prefix. Exact: each shot is distributed as if
 * run alone.
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
    Arrival<S> sampling =
        (state, arrived) -> {
          if (!plan.readouts().isEmpty()) {
            new Readouts(plan.readouts(), new AmplitudeSampler(state)).draw(random, words, arrived);
          }
        };
    new Block(random, words, sampling).run(0, prefix.copy(), offsets);
  }

  /**
   * Runs a block of shots to the end of the program and hands them over there, before terminal
   * measurements are drawn.
   *
   * @param words receives the bits measured on the way; zero before
   */
  void follow(UniformRandomProvider random, int shots, long[] words, Arrival<S> arrival) {
    int[] offsets = new int[shots];
    Arrays.setAll(offsets, shot -> shot * stride);
    new Block(random, words, arrival).run(0, prefix.copy(), offsets);
  }

  /** The shots of one block; those of a branch are named by where their words begin. */
  private final class Block {
    private final UniformRandomProvider random;
    private final long[] words;
    private final Arrival<S> arrival;

    Block(UniformRandomProvider random, long[] words, Arrival<S> arrival) {
      this.random = random;
      this.words = words;
      this.arrival = arrival;
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
        } else if (step instanceof TailStep.Disturb disturb) {
          shots = disturb(disturb.channel(), next, state, shots);
        } else if (step instanceof TailStep.Misread misread) {
          shots = misread(misread, next, state, shots);
        } else if (step instanceof TailStep.Clear clear) {
          write(clear.bit(), 0, shots);
        } else if (step instanceof TailStep.SkipUnless skip) {
          next += holds(skip.condition(), shots[0]) ? 0 : skip.steps();
        } else if (step instanceof TailStep.Skip skip) {
          next += skip.steps();
        }
      }
      arrival.arrive(state, shots);
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

    /** Lets a channel act; runs all parts but the largest to their end and returns that one. */
    private int[] disturb(PlannedChannel channel, int next, S state, int[] shots) {
      double[] probabilities = gates.probabilities(channel, state);
      int[][] parts = DrawnParts.of(random, probabilities, shots);
      int largest = DrawnParts.largest(parts);
      for (int k = 0; k < parts.length; k++) {
        if (k != largest && parts[k].length > 0) {
          S copy = state.copy();
          gates.disturb(channel, k, probabilities[k], copy);
          run(next, copy, parts[k]);
        }
      }
      gates.disturb(channel, largest, probabilities[largest], state);
      return parts[largest];
    }

    /** Misreads a bit; the state stays as it is, but what follows may depend on the bit. */
    private int[] misread(TailStep.Misread step, int next, S state, int[] shots) {
      int value = PackedBits.get(words, shots[0], step.bit()) ? 1 : 0;
      double flip = step.error().flip(value);
      int[][] parts = DrawnParts.of(random, new double[] {1 - flip, flip}, shots);
      write(step.bit(), 1 - value, parts[1]);
      int largest = DrawnParts.largest(parts);
      if (parts[1 - largest].length > 0) {
        run(next, state.copy(), parts[1 - largest]);
      }
      return parts[largest];
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
