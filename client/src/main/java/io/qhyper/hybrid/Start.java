package io.qhyper.hybrid;

import io.qhyper.ansatz.Ansatz;
import io.qhyper.random.Purpose;
import io.qhyper.random.StreamKey;
import org.apache.commons.rng.UniformRandomProvider;

/** Where the angles of a restart begin. */
public sealed interface Start {
  /** The flat parameter vector of one restart. */
  double[] angles(Ansatz ansatz, long seed);

  /** Every angle uniform in [0, 2π), as the paper's authors start. */
  record Uniform() implements Start {
    @Override
    public double[] angles(Ansatz ansatz, long seed) {
      UniformRandomProvider random = StreamKey.of(seed, Purpose.INITIAL_PARAMETERS).open();
      double[] theta = new double[ansatz.parameterCount()];
      for (int i = 0; i < theta.length; i++) {
        theta[i] = 2 * Math.PI * random.nextDouble();
      }
      return theta;
    }
  }

  /**
   * Close to the equal superposition of all networks: every angle uniform within {@code spread} of
   * a centre, which is π/2 for the first RY of each qubit and 0 for everything after it.
   *
   * @param spread in radians, at least 0; 0 leaves gradients that vanish by symmetry at zero
   */
  record NearSuperposition(double spread) implements Start {
    public NearSuperposition {
      if (!(spread >= 0 && spread < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("the spread must be at least 0, got " + spread);
      }
    }

    @Override
    public double[] angles(Ansatz ansatz, long seed) {
      UniformRandomProvider random = StreamKey.of(seed, Purpose.INITIAL_PARAMETERS).open();
      double[] theta = new double[ansatz.parameterCount()];
      for (int i = 0; i < theta.length; i++) {
        double centre = i < ansatz.qubits() ? Math.PI / 2 : 0;
        theta[i] = centre + spread * (2 * random.nextDouble() - 1);
      }
      return theta;
    }
  }

  /** The same given angles for every restart. */
  @SuppressWarnings("ArrayRecordComponent") // copied on the way out
  record Given(double[] theta) implements Start {
    @Override
    public double[] angles(Ansatz ansatz, long seed) {
      if (theta.length != ansatz.parameterCount()) {
        throw new IllegalArgumentException(
            "the "
                + ansatz.name()
                + " ansatz on "
                + ansatz.qubits()
                + " qubits with "
                + ansatz.layers()
                + " layers has "
                + ansatz.parameterCount()
                + " parameters, got "
                + theta.length);
      }
      return theta.clone();
    }
  }
}
