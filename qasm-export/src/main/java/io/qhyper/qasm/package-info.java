/**
 * OpenQASM text to and from {@link io.qhyper.circuit.Circuit}, versions 2 and 3.
 *
 * <p>Quantum registers are numbered through in the order of their declaration, classical registers
 * likewise. The parsers in {@code internal} are generated from grammars and stay inside this
 * package.
 */
package io.qhyper.qasm;
