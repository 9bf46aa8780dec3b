/**
 * What a noisy device does to qubits and to readings: channels, where they act, and misreadings, as
 * plain records.
 *
 * <p>Three numbers are called "depolarising" and differ: {@link io.qhyper.sim.noise.Depolarizing}
 * has all three and their conversions; everywhere else a bare {@code p} is the probability of a
 * Pauli error. Times are seconds, angles radians. A channel on several qubits names them in the
 * order in which its gate takes them: the first is the least significant bit of its matrices and
 * the first letter of its Pauli strings.
 */
package io.qhyper.sim.noise;
