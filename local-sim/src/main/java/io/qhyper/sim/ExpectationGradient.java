package io.qhyper.sim;

/**
 * An expectation with its derivatives.
 *
 * @param value the expectation
 * @param gradient its derivative by each parameter, in the order of the program's parameters; owned
 *     by the caller
 */
@SuppressWarnings("ArrayRecordComponent") // hot data, never compared
public record ExpectationGradient(double value, double[] gradient) {}
