package io.qhyper.bench;

import io.qhyper.bnn.ActivationChoice;
import io.qhyper.bnn.EncodingChoice;
import io.qhyper.bnn.ModelSpec;
import io.qhyper.bnn.Problem;
import io.qhyper.bnn.ProblemSpec;
import io.qhyper.bnn.Problems;
import io.qhyper.bnn.WidthChoice;
import io.qhyper.shots.BitString;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** The problems whose losses are timed, by their number of bits. */
final class ProblemCase {
  private static final double LARGEST_ERROR = 1e-12;

  private ProblemCase() {}

  /**
   * The problem of so many bits.
   *
   * @throws IllegalArgumentException if there is none
   */
  static Problem of(int bits) {
    try {
      return Problems.create(spec(bits));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ProblemSpec spec(int bits) {
    return switch (bits) {
      case 10, 14, 18 -> gaussians((bits - 2) / 4);
      case 17 -> mnist(EncodingChoice.MINUS_THREE_PLUS_ONE);
      case 19 -> mnist(EncodingChoice.SEARCH);
      default ->
          throw new IllegalArgumentException(
              "losses are timed for gaussians of 10, 14 and 18 bits and mnist of 17 (m3p1) and 19"
                  + " (encoding search), got --qubits "
                  + bits);
    };
  }

  private static ProblemSpec gaussians(int hidden) {
    ModelSpec model =
        new ModelSpec.HiddenLayer(hidden, ActivationChoice.SEARCH, WidthChoice.ALL, 0);
    return new ProblemSpec.Gaussians(model, CircuitCase.SEED);
  }

  private static ProblemSpec mnist(EncodingChoice encoding) {
    return new ProblemSpec.Mnist(0, 1, new ModelSpec.Logistic(encoding), Optional.empty());
  }

  /** Passes if a loss is that of the plain formula. */
  static void compare(Problem problem, BitString bits, double loss) {
    Check.close("the loss of " + bits, loss, problem.plainLoss(bits), LARGEST_ERROR);
  }
}
