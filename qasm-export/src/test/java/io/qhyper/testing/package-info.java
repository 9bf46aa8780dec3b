/**
 * A second opinion for tests: textbook matrices, a slow dense simulator and random circuits,
 * sharing nothing with the code under test but the records that describe a circuit.
 */
package io.qhyper.testing;
