package io.qhyper.sim.noise;

import java.util.ArrayList;
import java.util.List;

/**
 * Any channel, by its Kraus operators.
 *
 * @param kraus one dimension, 2 or 4; their K†K add up to the identity within {@value #TOLERANCE}
 *     in each entry, else the trace would not be preserved
 */
public record KrausChannel(List<KrausOperator> kraus) implements Channel {
  /** How far an entry of ΣK†K may be off. */
  public static final double TOLERANCE = 1e-9;

  public KrausChannel {
    kraus = List.copyOf(kraus);
    if (kraus.isEmpty()) {
      throw new IllegalArgumentException("a channel needs at least one Kraus operator, got none");
    }
    requireTracePreserving(kraus);
  }

  private static void requireTracePreserving(List<KrausOperator> kraus) {
    int n = kraus.get(0).dimension();
    double[] re = new double[n * n];
    double[] im = new double[n * n];
    for (KrausOperator operator : kraus) {
      if (operator.dimension() != n) {
        throw new IllegalArgumentException(
            "Kraus operators of one channel have one dimension, got "
                + n
                + " and "
                + operator.dimension());
      }
      KrausOperator squared = operator.squared();
      for (int i = 0; i < n * n; i++) {
        re[i] += squared.re()[i];
        im[i] += squared.im()[i];
      }
    }
    double worst = 0;
    for (int i = 0; i < n * n; i++) {
      worst = Math.max(worst, Math.hypot(re[i] - (i % (n + 1) == 0 ? 1 : 0), im[i]));
    }
    if (!(worst <= TOLERANCE)) {
      throw new IllegalArgumentException(
          "the sum of K†K over the Kraus operators must be the identity, an entry is off by "
              + worst);
    }
  }

  @Override
  public int qubits() {
    return kraus.get(0).dimension() / 2;
  }

  @Override
  public boolean isIncoherent() {
    return false;
  }

  /**
   * With probability {@code factor} this channel, else nothing.
   *
   * @throws IllegalArgumentException if the factor is above 1: a set of matrices does not say what
   *     stronger noise of its kind would be
   */
  @Override
  public KrausChannel scaled(double factor) {
    Values.notNegative("noise scale", factor);
    if (factor > 1) {
      throw new IllegalArgumentException(
          "a channel given by Kraus operators takes a noise scale of at most 1, got " + factor);
    }
    List<KrausOperator> mixed = new ArrayList<>();
    if (factor < 1) {
      mixed.add(KrausOperator.identity(kraus.get(0).dimension(), Math.sqrt(1 - factor)));
    }
    if (factor > 0) {
      kraus.forEach(operator -> mixed.add(operator.times(Math.sqrt(factor))));
    }
    return new KrausChannel(mixed);
  }

  /** Whether every operator is a multiple of the identity. */
  @Override
  public boolean isIdentity() {
    return kraus.stream().allMatch(KrausChannel::isMultipleOfIdentity);
  }

  private static boolean isMultipleOfIdentity(KrausOperator operator) {
    int n = operator.dimension();
    for (int i = 0; i < n * n; i++) {
      boolean isDiagonal = i % (n + 1) == 0;
      if (operator.re()[i] != (isDiagonal ? operator.re()[0] : 0)
          || operator.im()[i] != (isDiagonal ? operator.im()[0] : 0)) {
        return false;
      }
    }
    return true;
  }
}
