package io.qhyper.bnn;

import io.qhyper.shots.BitString;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Enumerates by lists: one bitstring of each class of equivalent networks is evaluated and its loss
 * copied to the others.
 */
final class RepresentativeEnumeration {
  private static final int CHUNK = 4096;

  private RepresentativeEnumeration() {}

  static double[] enumerate(LossKernel kernel, Network network, int bits, int threads) {
    int count = 1 << bits;
    int chunks = (count + CHUNK - 1) / CHUNK;
    int[] representatives = new int[count];
    Parallel.forEach(
        threads,
        chunks,
        chunk -> {
          for (int i = chunk * CHUNK; i < Math.min(count, (chunk + 1) * CHUNK); i++) {
            representatives[i] = (int) network.canonical(BitString.of(bits, i)).index();
          }
        });
    int[] own = IntStream.range(0, count).filter(i -> representatives[i] == i).toArray();
    double[] losses = new double[count];
    Parallel.forEach(
        threads,
        (own.length + CHUNK - 1) / CHUNK,
        chunk -> evaluate(kernel, bits, own, chunk * CHUNK, losses));
    for (int i = 0; i < count; i++) {
      losses[i] = losses[representatives[i]];
    }
    return losses;
  }

  private static void evaluate(
      LossKernel kernel, int bits, int[] indices, int from, double[] losses) {
    List<BitString> batch = new ArrayList<>();
    for (int i = from; i < Math.min(indices.length, from + CHUNK); i++) {
      batch.add(BitString.of(bits, indices[i]));
    }
    double[] own = kernel.losses(batch);
    for (int i = 0; i < own.length; i++) {
      losses[indices[from + i]] = own[i];
    }
  }
}
