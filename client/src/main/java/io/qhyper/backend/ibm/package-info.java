/**
 * IBM Quantum as a backend: the REST interface of its compute service (Qiskit Runtime), program
 * {@code sampler}, OpenQASM 3 in, plain JSON out.
 *
 * <p>Three layers, each knowing only the one below: {@link io.qhyper.backend.ibm.IbmBackend}
 * splits, submits, waits and joins; {@link io.qhyper.backend.ibm.IbmService} has one method for
 * each call of the interface; the transport adds token, headers and version, bounds what it reads,
 * and repeats what is safe. A submission is never among that: its outcome is accepted, refused, not
 * sent or uncertain, and an uncertain one is looked up by its unique tag.
 */
package io.qhyper.backend.ibm;
