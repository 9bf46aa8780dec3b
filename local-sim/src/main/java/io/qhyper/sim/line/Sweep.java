package io.qhyper.sim.line;

/**
 * The families of one half on their way back through its steps.
 *
 * @param ket the state
 * @param bra what a mean makes of it: for E = ⟨ψ|C|ψ⟩ term a is ∂E/∂(term a of the ket)*
 */
record Sweep(Family ket, Family bra) {}
