/**
 * Passes that turn a circuit into a better one with the same measured distribution: {@link
 * io.qhyper.compile.DeadGates} for any device, {@link io.qhyper.compile.IsaCompiler} for one
 * described by a {@link io.qhyper.compile.Target}.
 *
 * <p>Errors are probabilities, times are seconds. What a device does not say is empty, never 0.
 */
package io.qhyper.compile;
