/**
 * Simulates circuits of few couplings by cutting the qubits into two halves.
 *
 * <p>A gate on two qubits is, up to gates on one qubit, a sum of two products: CX = |0⟩⟨0|⊗I +
 * |1⟩⟨1|⊗X, CZ = |0⟩⟨0|⊗I + |1⟩⟨1|⊗Z, exp(−iθ/2 Z⊗Z) = cos(θ/2) I⊗I − i·sin(θ/2) Z⊗Z (its
 * operator-Schmidt form). So if g such gates reach across a cut, the state is exactly ψ[h,l] = Σ_a
 * A_a[h]·B_a[l] with D = 2^g terms, and each half is a family of D small vectors that evolves on
 * its own. Probabilities, means, their gradients and samples come from the two families; amplitudes
 * of the whole are never stored.
 *
 * <p>The qubits stand at positions 0 … n−1. The lower half holds those below the cut; a position is
 * a bit of l or, less the cut, of h, position 0 the least significant. Numbers of gates arrive in
 * {@link io.qhyper.sim.line.Settings}, so that one {@link io.qhyper.sim.line.BondCut} serves all
 * rows of parameters.
 */
package io.qhyper.sim.line;
