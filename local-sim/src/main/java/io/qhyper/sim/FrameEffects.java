package io.qhyper.sim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What an X and a Z error on each qubit do to the rest of a program, while it is read backwards:
 * which inputs they flip, and which classical bits.
 */
final class FrameEffects {
  private final int[] liveInputs; // position among the live inputs, or −1
  private final int bitsFrom;
  private final int words;
  private final long[][] effects; // [2·qubit] of X, [2·qubit + 1] of Z

  /**
   * The end of a program, where no error does anything.
   *
   * @param live the inputs that matter, of {@code inputs}
   * @param bits number of classical bits
   */
  FrameEffects(int qubits, List<Integer> live, int inputs, int bits) {
    this.liveInputs = new int[inputs];
    Arrays.fill(liveInputs, -1);
    for (int k = 0; k < live.size(); k++) {
      liveInputs[live.get(k)] = k;
    }
    int inputWords = words(live.size());
    this.bitsFrom = inputWords * Long.SIZE;
    this.words = inputWords + words(bits);
    this.effects = new long[2 * qubits][words];
  }

  /** Number of words that hold so many bits. */
  static int words(int bits) {
    return (bits + Long.SIZE - 1) / Long.SIZE;
  }

  void measure(int qubit, int bit) {
    PackedBits.flip(effects[2 * qubit], bitsFrom + bit);
  }

  /** Passes a Clifford gate, given the images of X and Z on its qubits. */
  void clifford(List<Integer> qubits, int[] images) {
    long[][] before = new long[images.length][];
    for (int generator = 0; generator < images.length; generator++) {
      before[generator] = of(qubits, images[generator]);
    }
    for (int generator = 0; generator < images.length; generator++) {
      effects[2 * qubits.get(generator / 2) + generator % 2] = before[generator];
    }
  }

  /** Passes a rotation about a Pauli operator by an input. */
  void rotation(List<Integer> qubits, int axis, int input) {
    for (int generator = 0; generator < 2 * qubits.size(); generator++) {
      if (PauliRotation.anticommute(1 << generator, axis) && liveInputs[input] >= 0) {
        PackedBits.flip(effects[2 * qubits.get(generator / 2) + generator % 2], liveInputs[input]);
      }
    }
  }

  /** The effect of a Pauli operator, by number, on qubits. */
  private long[] of(List<Integer> qubits, int number) {
    long[] sum = new long[words];
    for (int generator = 0; generator < 2 * qubits.size(); generator++) {
      if ((number >> generator & 1) == 1) {
        long[] effect = effects[2 * qubits.get(generator / 2) + generator % 2];
        for (int word = 0; word < words; word++) {
          sum[word] ^= effect[word];
        }
      }
    }
    return sum;
  }

  /** A place where Pauli operators act by chance; empty if none has an effect. */
  Optional<FrameError> error(List<Integer> qubits, double[] probabilities) {
    List<long[]> found = new ArrayList<>();
    List<Double> weights = new ArrayList<>();
    double total = 0;
    for (int number = 1; number < probabilities.length; number++) {
      long[] effect = of(qubits, number);
      if (probabilities[number] > 0 && Arrays.stream(effect).anyMatch(word -> word != 0)) {
        found.add(effect);
        total += probabilities[number];
        weights.add(total);
      }
    }
    if (found.isEmpty()) {
      return Optional.empty();
    }
    double all = total;
    double[] cumulative = weights.stream().mapToDouble(weight -> weight / all).toArray();
    cumulative[cumulative.length - 1] = 1;
    return Optional.of(new FrameError(Math.min(1, all), cumulative, found.toArray(long[][]::new)));
  }
}
