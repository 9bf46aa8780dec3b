package io.qhyper.cli;

import io.qhyper.circuit.Circuit;

/**
 * A circuit as its backend runs it, with the values of its inputs.
 *
 * @param circuit in native gates where it is compiled for a device
 * @param row one value for each of its inputs
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
record CompiledRow(Circuit circuit, double[] row) {}
