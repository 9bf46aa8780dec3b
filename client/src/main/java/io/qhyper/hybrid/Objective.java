package io.qhyper.hybrid;

import io.qhyper.shots.Counts;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * What a loop by shots lowers (reference, section 5).
 *
 * <p>Near the present angles every objective is the mean of some function of the loss, which
 * depends on what the unshifted circuit emits. Its gradient follows from the means of that function
 * over the shifted circuits, by the same shift rule.
 */
public sealed interface Objective {
  /** Whether the function depends on the unshifted circuit, so that it must run in every step. */
  boolean needsUnshifted();

  /**
   * The function whose mean has the objective's gradient.
   *
   * @param unshifted what the unshifted circuit emitted; only read if it is needed
   * @param losses the loss of each of its distinct bitstrings
   */
  default DoubleUnaryOperator scoring(Counts unshifted, double[] losses) {
    return scoring(
        IntStream.range(0, losses.length).mapToDouble(unshifted::count).toArray(), losses);
  }

  /**
   * The function whose mean has the objective's gradient.
   *
   * @param unshifted weights of the bitstrings that the unshifted circuit emitted, not negative;
   *     only read if it is needed
   * @param losses the loss of each
   */
  DoubleUnaryOperator scoring(double[] unshifted, double[] losses);

  /** The expected loss E[C]. */
  record Mean() implements Objective {
    @Override
    public boolean needsUnshifted() {
      return false;
    }

    @Override
    public DoubleUnaryOperator scoring(double[] unshifted, double[] losses) {
      return DoubleUnaryOperator.identity();
    }
  }

  /**
   * Conditional value at risk: the mean of the lowest ⌈αS⌉ losses (Barkoutsos et al., arXiv
   * 1907.04769). With v the α-quantile at the unshifted angles the function is −(v − C)₊/α.
   *
   * @param alpha part of the shots that counts, in (0, 1]
   */
  record Cvar(double alpha) implements Objective {
    public Cvar {
      if (!(alpha > 0 && alpha <= 1)) {
        throw new IllegalArgumentException("alpha of cvar must be in (0, 1], got " + alpha);
      }
    }

    @Override
    public boolean needsUnshifted() {
      return true;
    }

    @Override
    public DoubleUnaryOperator scoring(double[] unshifted, double[] losses) {
      double quantile = LossQuantiles.lowest(unshifted, losses, alpha);
      return loss -> -Math.max(0, quantile - loss) / alpha;
    }
  }

  /**
   * Gibbs objective −(1/η)·ln E[e^(−ηC)] (Li et al., arXiv 1909.07621), which weighs low losses
   * more the larger η is. The function is −e^(−ηC)/(η·E[e^(−ηC)]), the mean being that of the
   * unshifted circuit.
   *
   * @param eta above 0; per unit of loss
   */
  record Gibbs(double eta) implements Objective {
    public Gibbs {
      if (!(eta > 0 && eta < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("eta of gibbs must be above 0, got " + eta);
      }
    }

    @Override
    public boolean needsUnshifted() {
      return true;
    }

    @Override
    public DoubleUnaryOperator scoring(double[] unshifted, double[] losses) {
      // Relative to the lowest loss, so that the exponentials neither vanish nor overflow.
      double lowest = LossQuantiles.lowest(unshifted, losses, 0);
      double sum = 0;
      for (int entry = 0; entry < losses.length; entry++) {
        sum += unshifted[entry] * Math.exp(-eta * (losses[entry] - lowest));
      }
      double scale = eta * sum / Arrays.stream(unshifted).sum();
      return loss -> -Math.exp(-eta * (loss - lowest)) / scale;
    }
  }
}
