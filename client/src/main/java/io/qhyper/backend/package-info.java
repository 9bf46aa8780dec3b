/**
 * What every place that runs circuits looks like: submit a job, watch it, fetch its result.
 *
 * <p>Jobs are asynchronous and named by an id that survives the process, since hardware queues last
 * for hours. All backends take the same thing: OpenQASM 3 text, rows of values for its inputs, and
 * a number of shots for each row.
 */
package io.qhyper.backend;
