/**
 * Runs on quantum computers of IBM Quantum: the device as a target to compile for, submissions that
 * a run's journal keeps, and limits on what may be spent.
 *
 * <p>{@link io.qhyper.hardware.IbmDevice} is what is known of a device, {@link
 * io.qhyper.hardware.IbmRuns} makes the backend for one program on it.
 */
package io.qhyper.hardware;
