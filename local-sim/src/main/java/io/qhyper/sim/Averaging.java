package io.qhyper.sim;

import io.qhyper.random.StreamKey;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Averages blocks of random values until the mean is known well enough. */
final class Averaging {
  /** Values of one block, which has its own random stream. */
  static final int BLOCK = 256;

  private long count;
  private double mean;
  private double squares; // sum of squared deviations from the mean

  private Averaging() {}

  /**
   * The mean of values that come in blocks.
   *
   * <p>Looks whether to stop after 1, 2, 4, … blocks, so that the answer does not depend on the
   * number of threads.
   *
   * @param values the values of a block; a single value is exact and the answer
   */
  static NoisyMean until(
      Precision precision, StreamKey key, Function<StreamKey, double[]> values, int threads) {
    Averaging sum = new Averaging();
    int block = 0;
    int round = 1;
    while (true) {
      List<StreamKey> keys = new ArrayList<>();
      for (int i = 0; i < round; i++) {
        keys.add(key.withBlock(key.block() + block++));
      }
      for (double[] part : Batch.run(keys, values, threads)) {
        if (part.length == 1) {
          return new NoisyMean(part[0], 0, 0);
        }
        for (double value : part) {
          sum.add(value);
        }
      }
      if (sum.error() <= precision.standardError() || sum.count >= precision.maximumSamples()) {
        return new NoisyMean(sum.mean, sum.error(), sum.count);
      }
      long room = (precision.maximumSamples() - sum.count + BLOCK - 1) / BLOCK;
      round = (int) Math.min(block, room);
    }
  }

  private void add(double value) {
    count++;
    double step = value - mean;
    mean += step / count;
    squares += step * (value - mean);
  }

  private double error() {
    return Math.sqrt(squares / (count - 1) / count);
  }
}
