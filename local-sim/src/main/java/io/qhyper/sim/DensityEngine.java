package io.qhyper.sim;

import io.qhyper.circuit.ClassicalRegister;
import io.qhyper.random.StreamKey;
import io.qhyper.shots.BitString;
import io.qhyper.sim.state.IndexMap;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Simulates any noise exactly, by density matrices: 16·4^n bytes for every set of bits measured on
 * the way, and a pass over them per gate and channel.
 */
final class DensityEngine implements NoisyEngine {
  private final Plan plan;
  private final Readings readings;
  private final long heapBytes;
  private final int stride;

  DensityEngine(NoisyPlan noisy, long heapBytes) {
    this.plan = noisy.plan();
    this.readings = new Readings(noisy.misreads());
    this.heapBytes = heapBytes;
    this.stride = BitString.wordsFor(plan.bits());
    if (plan.qubits() > DensityMatrix.MAX_QUBITS) {
      throw new UnsupportedProgramException(
          "a density matrix holds at most "
              + DensityMatrix.MAX_QUBITS
              + " qubits, the program uses "
              + plan.qubits()
              + ": simulate its noise by frames or trajectories");
    }
  }

  /** The final density matrices with room for one copy of the first. */
  private <T> T guarded(Supplier<T> work) {
    return InsufficientMemoryException.guard(plan.qubits(), 2 << plan.qubits(), heapBytes, work);
  }

  @Override
  public int parallelism(int shots) {
    double each = 2 * 16 * Math.pow(4, plan.qubits());
    return (int) Math.max(1, Math.min(Integer.MAX_VALUE, heapBytes / each));
  }

  @Override
  public long[] shots(double[] row, int shots, StreamKey key) {
    return guarded(() -> draw(DensityRun.end(plan, row), shots, key));
  }

  private long[] draw(Map<BitSet, DensityMatrix> ends, int shots, StreamKey key) {
    long[] words = new long[Math.multiplyExact(shots, stride)];
    List<BitSet> bits = new ArrayList<>(ends.keySet());
    List<double[]> cumulative = ends.values().stream().map(DensityEngine::cumulative).toList();
    double[] weights = cumulative.stream().mapToDouble(sums -> sums[sums.length - 1]).toArray();
    for (int from = 0; from < shots; from += ShotRequest.BLOCK) {
      UniformRandomProvider random = key.withBlock(key.block() + from / ShotRequest.BLOCK).open();
      int count = Math.min(ShotRequest.BLOCK, shots - from);
      int[] offsets = new int[count];
      for (int shot = 0; shot < count; shot++) {
        offsets[shot] = (from + shot) * stride;
      }
      int[][] parts = DrawnParts.of(random, weights, offsets);
      for (int end = 0; end < parts.length; end++) {
        for (int shot : parts[end]) {
          write(bits.get(end), pick(cumulative.get(end), random.nextDouble()), words, shot);
        }
      }
      readings.misread(random, count, words, from * stride, stride);
    }
    return words;
  }

  private void write(BitSet bits, int index, long[] words, int shot) {
    for (int bit = bits.nextSetBit(0); bit >= 0; bit = bits.nextSetBit(bit + 1)) {
      PackedBits.set(words, shot, bit, 1);
    }
    for (Readout readout : plan.readouts()) {
      PackedBits.set(words, shot, readout.bit(), index >>> readout.qubit() & 1);
    }
  }

  private static double[] cumulative(DensityMatrix state) {
    double[] sums = new double[state.size()];
    double sum = 0;
    for (int i = 0; i < sums.length; i++) {
      sum += state.probability(i);
      sums[i] = sum;
    }
    return sums;
  }

  /** The first index whose sum exceeds a part of the whole; one of probability above 0. */
  private static int pick(double[] sums, double uniform) {
    double total = sums[sums.length - 1];
    double target = Math.min(uniform * total, Math.nextDown(total));
    int low = 0;
    int high = sums.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sums[middle] > target) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  @Override
  public double[] losses(
      ClassicalRegister register, double[] row, double[] loss, int samples, StreamKey key) {
    return new double[] {exact(register).expectation(row, loss)};
  }

  @Override
  public ExactEngine exact(ClassicalRegister register) {
    return new DensityExact(register);
  }

  private final class DensityExact implements ExactEngine {
    private final ClassicalRegister register;

    DensityExact(ClassicalRegister register) {
      this.register = register;
    }

    @Override
    public double[] probabilities(double[] row) {
      return guarded(() -> table(DensityRun.end(plan, row)));
    }

    private double[] table(Map<BitSet, DensityMatrix> ends) {
      double[] table = new double[1 << register.width()];
      IndexMap map = RegisterMaps.of(plan, register);
      ends.forEach(
          (bits, state) -> {
            int base = 0;
            for (int bit = 0; bit < register.width(); bit++) {
              base |= bits.get(register.offset() + bit) ? 1 << bit : 0;
            }
            for (int i = 0; i < state.size(); i++) {
              table[map.of(i) | base] += state.probability(i);
            }
          });
      readings.spread(register.offset(), register.width(), table);
      return table;
    }

    @Override
    public double expectation(double[] row, double[] loss) {
      double[] probabilities = probabilities(row);
      double sum = 0;
      for (int i = 0; i < loss.length; i++) {
        sum += probabilities[i] * loss[i];
      }
      return sum;
    }

    /** Refused: the reverse sweep needs gates that can be undone. */
    @Override
    public ExpectationGradient gradient(double[] row, double[] loss) {
      throw new UnsupportedProgramException(
          "there is no exact gradient under noise: use the parameter-shift rule by shots");
    }
  }
}
