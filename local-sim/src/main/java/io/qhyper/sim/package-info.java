/**
 * Runs OpenQASM programs on this machine: {@link io.qhyper.sim.SimulatedProgram} is the way in.
 *
 * <p>A text is read and planned once; then rows of parameter values are run, by shots or exactly.
 * Everything behind the public types may change. An {@code Engine} does the work for one plan;
 * {@code Engines} chooses it among the kinds that there are, by what each says that it would need.
 * The reference engine holds a full state vector and applies gate by gate, plain and correct: the
 * others are compared with it.
 */
package io.qhyper.sim;
