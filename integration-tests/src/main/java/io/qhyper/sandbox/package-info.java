/**
 * A model of IBM Quantum on this machine: the interface of the service, its states and its
 * refusals, with jobs run by the local simulator (reference ibm-quantum-rest; section numbers in
 * this package are its).
 *
 * <p>{@link io.qhyper.sandbox.Sandbox} is the door. What it does is a function of its settings, the
 * clock and the calls it gets. No product module knows this package.
 */
package io.qhyper.sandbox;
