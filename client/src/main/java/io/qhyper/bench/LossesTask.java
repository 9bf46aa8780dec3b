package io.qhyper.bench;

import io.qhyper.bnn.Problem;
import io.qhyper.random.Purpose;
import io.qhyper.random.StreamKey;
import io.qhyper.shots.BitString;
import io.qhyper.sim.EngineName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * The losses of a list of distinct networks; the reference goes through the examples one by one.
 */
final class LossesTask implements Task<double[]> {
  private static final int NETWORKS = 1000;
  private static final int COMPARED = 16;

  @Override
  public Supplier<double[]> prepare(Setting setting) {
    Problem problem = ProblemCase.of(setting.qubits());
    List<BitString> networks = networks(setting.qubits());
    if (setting.engine() == EngineName.AUTO) {
      return () -> problem.losses(networks, setting.threads());
    }
    checkIsPlain(setting);
    return () -> networks.stream().mapToDouble(problem::plainLoss).toArray();
  }

  /** Losses are computed in two ways, whatever simulates the circuits. */
  static void checkIsPlain(Setting setting) {
    if (setting.engine() != EngineName.REFERENCE) {
      throw new LeftOutException("losses know the engines auto and reference only");
    }
  }

  private static List<BitString> networks(int bits) {
    UniformRandomProvider random = StreamKey.of(CircuitCase.SEED, Purpose.SAMPLING).open();
    Set<BitString> distinct = new LinkedHashSet<>();
    while (distinct.size() < NETWORKS) {
      distinct.add(BitString.of(bits, random.nextLong(1L << bits)));
    }
    return new ArrayList<>(distinct);
  }

  @Override
  public void verify(Setting setting, double[] losses) {
    Problem problem = ProblemCase.of(setting.qubits());
    List<BitString> networks = networks(setting.qubits());
    for (int i = 0; i < NETWORKS; i += NETWORKS / COMPARED) {
      ProblemCase.compare(problem, networks.get(i), losses[i]);
    }
  }
}
