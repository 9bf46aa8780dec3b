/**
 * Exact gradients out of shifted circuits: which rows of angles to measure, and how the measured
 * means combine.
 */
package io.qhyper.shift;
