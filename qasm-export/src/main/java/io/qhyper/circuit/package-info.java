/**
 * Circuits as data: what every other package builds, reads, writes, transforms or runs.
 *
 * <p>Qubit 0 is the least significant bit of a basis index. Angles are radians; RX, RY and RZ carry
 * the half angle, RY(θ) = exp(−iθY/2). In a {@link io.qhyper.circuit.Unitary} the first qubit that
 * a gate names is the least significant bit of the matrix index. Classical bits are numbered
 * through all registers in the order of declaration.
 */
package io.qhyper.circuit;
