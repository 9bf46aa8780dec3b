/**
 * Classical optimisers as pure, resumable state machines.
 *
 * <p>An {@link io.qhyper.optim.UpdateRule} turns (state, θ, gradient) into (new θ, new state) and
 * measures nothing: the hybrid loop measures. {@link io.qhyper.optim.Lbfgs} minimises a function it
 * can evaluate exactly. Every state is a step count plus named vectors ({@link
 * io.qhyper.optim.OptimizerState}); stored and restored without rounding, it continues bit for bit
 * as if it had never stopped. For that reason powers are taken from {@link StrictMath} and sums run
 * in index order.
 *
 * <p>Angles θ are in radians, gradients are ∂E/∂θ, all optimisers minimise. Arguments are never
 * modified, and arrays handed out belong to the caller.
 */
package io.qhyper.optim;
