/**
 * Exact matrix product states: qubits are sites on a line, and the state is a chain of one small
 * tensor per site.
 *
 * <p>Site k has left bond k and right bond k+1; the first and the last bond have dimension 1. A
 * gate that is a sum of R products multiplies the bonds that it crosses by R (operator-Schmidt
 * form; Vidal, Efficient classical simulation of slightly entangled quantum computations,
 * quant-ph/0301063); nothing is cut off unless a largest bond is asked for. {@link
 * io.qhyper.sim.mps.MpsBuilder} applies gates, {@link io.qhyper.sim.mps.MatrixProductState} is the
 * result, from which {@link io.qhyper.sim.mps.SiteSampler}, {@link io.qhyper.sim.mps.SiteMarginals}
 * and {@link io.qhyper.sim.mps.TopSearch} read.
 *
 * <p>Works on numbers only: sites, 2×2 matrices and dimensions; circuits and classical bits are for
 * {@code io.qhyper.sim}.
 */
package io.qhyper.sim.mps;
