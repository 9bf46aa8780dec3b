package io.qhyper.sim;

/**
 * A measurement at the end of a program.
 *
 * @param qubit compact qubit
 * @param bit classical bit, numbered through all registers
 */
record Readout(int qubit, int bit) {}
