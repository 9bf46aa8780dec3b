package io.qhyper.compile;

import io.qhyper.circuit.Circuit;
import java.util.List;

/**
 * A circuit that a device runs as it is.
 *
 * @param circuit native gates on physical qubits; classical registers are those of the original;
 *     its inputs are the parameters that still matter
 * @param live for each input of the native circuit, its position among those of the original
 * @param layout the physical qubit of each qubit of the original, at the start
 * @param finalLayout the same at the end, after swaps
 * @param report what compiling did
 */
public record CompiledCircuit(
    Circuit circuit,
    List<Integer> live,
    List<Integer> layout,
    List<Integer> finalLayout,
    CompileReport report) {
  public CompiledCircuit {
    live = List.copyOf(live);
    layout = List.copyOf(layout);
    finalLayout = List.copyOf(finalLayout);
  }

  /** The values of the native circuit's inputs, out of a row of the original's. */
  public double[] liveValues(double[] row) {
    return live.stream().mapToDouble(i -> row[i]).toArray();
  }
}
