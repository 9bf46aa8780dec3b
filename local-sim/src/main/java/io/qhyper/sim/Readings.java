package io.qhyper.sim;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;

/** Misreads the bits of terminal measurements. */
final class Readings {
  private final List<TailStep.Misread> misreads;

  Readings(List<TailStep.Misread> misreads) {
    this.misreads = List.copyOf(misreads);
  }

  /** Flips bits of packed shots by chance; takes one number per shot and bit, shot by shot. */
  void misread(UniformRandomProvider random, int shots, long[] words, int offset, int stride) {
    for (int shot = 0; shot < shots && !misreads.isEmpty(); shot++) {
      int from = offset + shot * stride;
      for (TailStep.Misread misread : misreads) {
        int value = PackedBits.get(words, from, misread.bit()) ? 1 : 0;
        if (random.nextDouble() < misread.error().flip(value)) {
          PackedBits.set(words, from, misread.bit(), 1 - value);
        }
      }
    }
  }

  /**
   * The mean of a loss over what is read, for each true value of a register: the loss of a program
   * that reads without error.
   *
   * @param offset first bit of the register
   * @param width number of its bits
   * @param loss one per value, not changed
   */
  double[] meanRead(int offset, int width, double[] loss) {
    double[] mean = loss;
    for (TailStep.Misread misread : misreads) {
      int bit = misread.bit() - offset;
      if (bit >= 0 && bit < width) {
        mean = mean == loss ? Arrays.copyOf(loss, loss.length) : mean;
        blend(mean, 1 << bit, misread.error().flip(0), misread.error().flip(1));
      }
    }
    return mean;
  }

  private static void blend(double[] table, int bit, double flipZero, double flipOne) {
    for (int i = 0; i < table.length; i++) {
      if ((i & bit) == 0) {
        double zero = table[i];
        double one = table[i | bit];
        table[i] = zero + flipZero * (one - zero);
        table[i | bit] = one + flipOne * (zero - one);
      }
    }
  }

  /** Turns the distribution of true values of a register into that of what is read, in place. */
  void spread(int offset, int width, double[] probabilities) {
    for (TailStep.Misread misread : misreads) {
      int bit = misread.bit() - offset;
      if (bit >= 0 && bit < width) {
        move(probabilities, 1 << bit, misread.error().flip(0), misread.error().flip(1));
      }
    }
  }

  private static void move(double[] table, int bit, double flipZero, double flipOne) {
    for (int i = 0; i < table.length; i++) {
      if ((i & bit) == 0) {
        double up = flipZero * table[i];
        double down = flipOne * table[i | bit];
        table[i] += down - up;
        table[i | bit] += up - down;
      }
    }
  }
}
