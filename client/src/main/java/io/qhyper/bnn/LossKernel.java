package io.qhyper.bnn;

import io.qhyper.shots.BitString;
import java.util.List;

/** Computes losses of many bitstrings on one data set; safe for use by several threads. */
interface LossKernel {

  /**
   * The losses of {@code batch}, in its order; each depends on its own bitstring only, to the last
   * bit, so that a batch may be cut anywhere.
   */
  double[] losses(List<BitString> batch);

  /**
   * All 2^N losses in index order.
   *
   * @param bits N
   * @param threads number of threads to use; the result does not depend on it
   */
  double[] enumerate(int bits, int threads);
}
