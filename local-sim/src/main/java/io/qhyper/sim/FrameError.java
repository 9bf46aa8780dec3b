package io.qhyper.sim;

/**
 * A place where a Pauli error can occur.
 *
 * @param probability that some error with an effect occurs; above 0
 * @param cumulative running sums of the probabilities of the errors that have an effect, given that
 *     one occurs; ends with 1
 * @param effects what each of them does: bit k of the first words is 1 if it flips the angle of
 *     input k, bit b of the words after that if it flips classical bit b
 */
@SuppressWarnings("ArrayRecordComponent") // hot data, never compared
record FrameError(double probability, double[] cumulative, long[][] effects) {}
