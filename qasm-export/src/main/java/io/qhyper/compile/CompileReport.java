package io.qhyper.compile;

import java.util.OptionalDouble;

/**
 * What compiling did to a circuit.
 *
 * @param before the size of the circuit as given, definitions flattened
 * @param after the size of the native circuit
 * @param successProbability product of the success probabilities of all gates and measurements, by
 *     the device's calibration; in [0, 1]
 * @param unknownErrors how many gates and measurements count with a stand-in, the worst value that
 *     the device gives for the same gate, because it gives none
 * @param durationSeconds from the first gate to the end of the last measurement; empty if unknown
 * @param swaps how many swaps were inserted
 * @param layoutSource how the layout was found
 * @param successBound no layout on a line reaches a higher success probability; only for {@link
 *     LayoutSource#BEST_LINE} and {@link LayoutSource#GOOD_LINE}
 */
public record CompileReport(
    CircuitSize before,
    CircuitSize after,
    double successProbability,
    int unknownErrors,
    OptionalDouble durationSeconds,
    int swaps,
    LayoutSource layoutSource,
    OptionalDouble successBound) {}
