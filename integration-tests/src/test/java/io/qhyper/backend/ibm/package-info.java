/** The contract of backends, held by IBM Quantum as the sandbox plays it. */
package io.qhyper.backend.ibm;
