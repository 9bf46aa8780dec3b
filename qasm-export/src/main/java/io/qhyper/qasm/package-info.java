/**
 * OpenQASM 2 and 3 text: {@link io.qhyper.qasm.Qasm3Writer} and {@link io.qhyper.qasm.Qasm2Writer}
 * print circuits, {@link io.qhyper.qasm.QasmReader} reads them back.
 *
 * <p>What is written is read back as an equal circuit. Numbers are printed with 17 significant
 * digits, enough to return every {@code double} exactly, with a point whatever the locale.
 */
package io.qhyper.qasm;
