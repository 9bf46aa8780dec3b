/**
 * All 2^n amplitudes, gates merged and applied block by block while a block is in the cache.
 *
 * <p>A state is a table of short rows. The lowest positions of a basis index number the entries of
 * a row, the others its rows: a gate on a qubit at a row position combines two whole rows, which
 * vectorises, and X, CX and SWAP there only exchange rows, which costs nothing. A qubit at an entry
 * position first changes places with one at a row position, many of them in one pass. Where each
 * qubit is at which time is worked out once per program.
 */
package io.qhyper.sim.fused;
