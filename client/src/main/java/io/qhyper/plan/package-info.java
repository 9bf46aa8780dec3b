/**
 * Forecasts of training runs on a service: jobs, rows, executions and time, from the same objects
 * that the loop and the backend use.
 */
package io.qhyper.plan;
