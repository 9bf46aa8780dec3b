package io.qhyper.sim.oracle;

import io.qhyper.sim.noise.AmplitudeDamping;
import io.qhyper.sim.noise.Channel;
import io.qhyper.sim.noise.Depolarizing;
import io.qhyper.sim.noise.KrausChannel;
import io.qhyper.sim.noise.KrausOperator;
import io.qhyper.sim.noise.OverRotation;
import io.qhyper.sim.noise.PauliErrors;
import io.qhyper.sim.noise.PhaseDamping;
import io.qhyper.sim.noise.ThermalRelaxation;
import java.util.ArrayList;
import java.util.List;

/** Channels written down apart from the program's own: sequences of sets of Kraus operators. */
final class DenseChannels {
  private DenseChannels() {}

  /** Sets of Kraus operators to be applied one after the other. */
  static List<List<DenseMatrix>> of(Channel channel) {
    if (channel instanceof Depolarizing depolarizing) {
      return List.of(mixing(depolarizing));
    } else if (channel instanceof PauliErrors errors) {
      return List.of(paulis(errors));
    } else if (channel instanceof AmplitudeDamping damping) {
      return List.of(decay(damping.probability()));
    } else if (channel instanceof PhaseDamping damping) {
      return List.of(flips(Math.sqrt(1 - damping.probability())));
    } else if (channel instanceof ThermalRelaxation r) {
      double coherence = Math.exp(-r.duration() / r.t2() + r.duration() / (2 * r.t1()));
      return List.of(decay(1 - Math.exp(-r.duration() / r.t1())), flips(coherence));
    } else if (channel instanceof OverRotation rotation) {
      DenseMatrix pauli = pauli(rotation.axis());
      return List.of(
          List.of(
              DenseMatrix.identity(pauli.n)
                  .times(Math.cos(rotation.angle() / 2), 0)
                  .plus(pauli.times(0, -Math.sin(rotation.angle() / 2)))));
    }
    List<DenseMatrix> given = new ArrayList<>();
    for (KrausOperator operator : ((KrausChannel) channel).kraus()) {
      DenseMatrix matrix = new DenseMatrix(operator.dimension());
      for (int i = 0; i < operator.re().length; i++) {
        matrix.re[i / matrix.n][i % matrix.n] = operator.re()[i];
        matrix.im[i / matrix.n][i % matrix.n] = operator.im()[i];
      }
      given.add(matrix);
    }
    return List.of(given);
  }

  /** (1−λ)ρ + λ·1/d as λ/d² of every Pauli operator, on top of 1−λ of nothing. */
  private static List<DenseMatrix> mixing(Depolarizing channel) {
    int d = 1 << channel.qubits();
    double lambda = channel.pauliProbability() * d * d / (d * d - 1.0);
    List<DenseMatrix> kraus = new ArrayList<>();
    String letters = "IXYZ";
    for (int i = 0; i < d * d; i++) {
      String name =
          d == 2 ? letters.substring(i, i + 1) : "" + letters.charAt(i % 4) + letters.charAt(i / 4);
      double weight = lambda / (d * d) + (i == 0 ? 1 - lambda : 0);
      kraus.add(pauli(name).times(Math.sqrt(Math.max(0, weight)), 0));
    }
    return kraus;
  }

  private static List<DenseMatrix> paulis(PauliErrors errors) {
    List<DenseMatrix> kraus = new ArrayList<>();
    double rest = 1;
    for (String letters : errors.probabilities().keySet()) {
      double probability = errors.probabilities().get(letters);
      rest -= probability;
      kraus.add(pauli(letters).times(Math.sqrt(probability), 0));
    }
    DenseMatrix nothing = DenseMatrix.identity(1 << errors.qubits());
    kraus.add(nothing.times(Math.sqrt(Math.max(0, rest)), 0));
    return kraus;
  }

  private static List<DenseMatrix> decay(double gamma) {
    return List.of(
        DenseMatrix.two(1, 0, 0, 0, 0, 0, Math.sqrt(1 - gamma), 0),
        DenseMatrix.two(0, 0, Math.sqrt(gamma), 0, 0, 0, 0, 0));
  }

  /** Z flips that shrink coherences to a part. */
  private static List<DenseMatrix> flips(double coherence) {
    double flip = (1 - coherence) / 2;
    return List.of(
        DenseGates.I.times(Math.sqrt(1 - flip), 0),
        DenseGates.Z.times(Math.sqrt(Math.max(0, flip)), 0));
  }

  /** The first letter acts on the first qubit, the least significant bit. */
  private static DenseMatrix pauli(String letters) {
    DenseMatrix product = DenseMatrix.identity(1);
    for (int i = 0; i < letters.length(); i++) {
      char letter = letters.charAt(i);
      DenseMatrix one =
          switch (letter) {
            case 'X' -> DenseGates.X;
            case 'Y' -> DenseGates.Y;
            case 'Z' -> DenseGates.Z;
            default -> DenseGates.I;
          };
      product = one.above(product);
    }
    return product;
  }
}
