/**
 * Times the simulator and the losses: tasks of known size, each checked once before it is timed.
 *
 * <p>{@link io.qhyper.bench.Bench} runs a {@link io.qhyper.bench.BenchPlan} to {@link
 * io.qhyper.bench.BenchRow}s. Everything is measured through the public facades that training uses.
 */
package io.qhyper.bench;
