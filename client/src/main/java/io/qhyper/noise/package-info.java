/**
 * Where noise models come from: YAML files, devices, and the built-in ones.
 *
 * <p>What a model says is a record of {@code io.qhyper.sim.noise}; this package only makes it.
 */
package io.qhyper.noise;
