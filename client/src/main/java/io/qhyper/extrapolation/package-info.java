/**
 * Extrapolation to no noise: a value measured at several strengths of the noise, fitted, and the
 * fit's value at strength 0 with its error. Knows nothing of how values were measured.
 */
package io.qhyper.extrapolation;
