package io.qhyper.random;

/**
 * What a random stream is for; streams of different purposes never overlap.
 *
 * <p>The codes go into the generator's key: they are part of what makes a run repeatable and never
 * change their meaning.
 */
public enum Purpose {
  /** Measurement outcomes of a batch whose caller set its seed by hand. */
  SAMPLING(1),
  /** Starting angles of a training run. */
  INITIAL_PARAMETERS(2),
  /** Measurement outcomes of the shifted circuits of a gradient. */
  GRADIENT(3),
  /** Measurement outcomes of the unshifted circuit, for the expected loss. */
  EVALUATION(4),
  /** Measurement outcomes that confirm the best angles of a run. */
  CONFIRMATION(5),
  /** Directions of simultaneous perturbation. */
  PERTURBATION(6),
  /** Points of a generated training set. */
  TRAINING_DATA(7),
  /** Points of a generated test set. */
  TEST_DATA(8),
  /** The seeds of all restarts of a run but the first. */
  RESTART_SEED(9),
  /** Measurement outcomes of jobs that a model of a service runs, under the seed of that model. */
  MODELLED_SERVICE(20),
  /** Spreading the waits of clients that meet the same trouble; nothing measured depends on it. */
  JITTER(10),
  /** Samples redrawn from themselves, for confidence intervals. */
  BOOTSTRAP(11),
  /** Shots of two samples dealt out anew, to see what chance alone does. */
  PERMUTATION(12),
  /** Measurement outcomes of prepared strings, for a readout calibration. */
  CALIBRATION(13),
  /** Measurement outcomes of circuits that are run to be compared. */
  COMPARISON(24),
  /** Measurement outcomes of the fixed circuit that a run repeats to see its backend drift. */
  SENTINEL(25),
  /** Which parameters a step of random-coordinate gradients measures. */
  COORDINATES(26),
  /** Which bits are flipped before they are read, and back afterwards. */
  TWIRL(27);

  private final long code;

  Purpose(long code) {
    this.code = code;
  }

  /** The number that stands for this purpose in a generator's key. */
  public long code() {
    return code;
  }
}
