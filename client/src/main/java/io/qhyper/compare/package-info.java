/**
 * How far two measured distributions are apart, and how much of that is chance.
 *
 * <p>Two samples of one register become {@link io.qhyper.compare.PairedCounts}; everything else is
 * computed from those. Each number comes with what two samples of one and the same distribution
 * would show at these numbers of shots, so that a reader sees what is signal. Randomised parts
 * (bootstrap, permutations) draw from keyed streams and repeat bit by bit.
 */
package io.qhyper.compare;
