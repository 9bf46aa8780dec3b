/**
 * Undoing what noise does to expectations: readout correction in the subspace of observed strings,
 * and extrapolation to zero noise.
 *
 * <p>Readout errors are a confusion matrix A over bitstrings, A(s, t) = P(read s | prepared t). A
 * calibration measures it; the correction solves A·q = p for the measured frequencies p. All
 * numbers of bits and qubits follow {@code io.qhyper.shots}: bit i is classical bit i.
 */
package io.qhyper.mitigation;
