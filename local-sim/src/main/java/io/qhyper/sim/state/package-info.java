/**
 * State vectors and the loops that apply gates to them: one array of real and one of imaginary
 * parts, entry i for basis index i, qubit 0 the least significant bit.
 *
 * <p>For {@code io.qhyper.sim} only; users meet the facade there. Every loop is plain: no threads,
 * no fusion. Faster engines are tested against it.
 */
package io.qhyper.sim.state;
