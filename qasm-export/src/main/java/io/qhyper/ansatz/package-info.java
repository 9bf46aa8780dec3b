/**
 * Parametrised circuits to train: the paper's brickwork and product state, RealAmplitudes and
 * EfficientSU2.
 *
 * <p>Every ansatz fixes the order of its flat parameter vector and measures qubit i into bit i of
 * one register {@code c}, so bit σ_k of a network is on qubit N−1−k (reference, section 2).
 */
package io.qhyper.ansatz;
