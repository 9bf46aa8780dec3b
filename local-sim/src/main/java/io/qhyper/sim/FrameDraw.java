package io.qhyper.sim;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Draws which errors occur.
 *
 * <p>A place with probability p errs if a Poisson process of weight −ln(1−p) has an event in it, so
 * one exponential number leads from each error to the next, however many places lie between.
 */
final class FrameDraw {
  private static final double MOST = 1 - 0x1p-53; // keeps the weight of p = 1 finite

  private final List<FrameError> errors;
  private final double[] before; // before[i]: weight of all places before i
  private final double total;

  FrameDraw(List<FrameError> errors) {
    this.errors = errors;
    this.before = new double[errors.size() + 1];
    for (int i = 0; i < errors.size(); i++) {
      before[i + 1] = before[i] - Math.log1p(-Math.min(MOST, errors.get(i).probability()));
    }
    this.total = before[errors.size()];
  }

  /** The probability that no error with an effect occurs. */
  double errorFree() {
    return Math.exp(-total);
  }

  /**
   * Adds up the effects of the errors of some shots.
   *
   * @param effects one per shot, zero before
   */
  void draw(UniformRandomProvider random, long[][] effects) {
    if (total == 0) {
      return;
    }
    int shot = 0;
    int last = -1;
    double time = exponential(random);
    while (true) {
      if (time >= total) {
        double passed = Math.floor(time / total);
        if (passed >= effects.length - shot) {
          return;
        }
        time = Math.max(0, time - passed * total);
        shot += (int) passed;
        last = -1;
        continue;
      }
      last = occur(random, time, last, effects[shot]);
      time += exponential(random);
    }
  }

  /** Adds up the effects of the errors of one shot that has at least one. */
  void drawErroneous(UniformRandomProvider random, long[] effect) {
    double time = -Math.log1p(random.nextDouble() * Math.expm1(-total));
    time = Math.min(time, Math.nextDown(total));
    int last = -1;
    while (time < total) {
      last = occur(random, time, last, effect);
      time += exponential(random);
    }
  }

  /** Lets the place of an event err unless it has already; returns that place. */
  private int occur(UniformRandomProvider random, double time, int last, long[] effect) {
    int found = Arrays.binarySearch(before, time);
    int place = Math.min(found >= 0 ? found : -found - 2, errors.size() - 1);
    if (place != last) {
      FrameError error = errors.get(place);
      double uniform = random.nextDouble();
      int which = 0;
      while (error.cumulative()[which] <= uniform) {
        which++;
      }
      long[] drawn = error.effects()[which];
      for (int word = 0; word < effect.length; word++) {
        effect[word] ^= drawn[word];
      }
    }
    return place;
  }

  private static double exponential(UniformRandomProvider random) {
    return -Math.log1p(-random.nextDouble());
  }
}
