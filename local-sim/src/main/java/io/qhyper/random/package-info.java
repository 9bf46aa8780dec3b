/**
 * Where all chance comes from: keyed random streams.
 *
 * <p>Every random number of a run is a pure function of (run seed, purpose, iteration, circuit,
 * shot block) and its position in that stream, by a counter-based generator. So results are the
 * same for any number of threads, any batching, and after a restart.
 */
package io.qhyper.random;
