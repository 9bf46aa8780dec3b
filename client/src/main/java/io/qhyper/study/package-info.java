/**
 * Studies: grids of settings whose cells are measured side by side, each kept when it is done.
 *
 * <p>What is measured by shots goes the way of hardware: OpenQASM text in the jobs of the loop, run
 * by the local backend. Exact values use the direct kernel over all bitstrings.
 */
package io.qhyper.study;
