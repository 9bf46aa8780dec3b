package io.qhyper.compile;

import java.util.List;
import java.util.Optional;

/**
 * How to compile.
 *
 * @param gates which native gates may be used
 * @param parameters how angles with parameters are written
 * @param layout the physical qubit of each of the circuit's qubits; empty to have it found
 */
public record CompileOptions(
    NativeGates gates, ParameterForm parameters, Optional<List<Integer>> layout) {
  /** Standard gates, affine angles, the best layout. */
  public static final CompileOptions DEFAULT =
      new CompileOptions(NativeGates.STANDARD, ParameterForm.AFFINE, Optional.empty());

  public CompileOptions {
    layout = layout.map(List::copyOf);
  }

  /** These options with other native gates. */
  public CompileOptions with(NativeGates other) {
    return new CompileOptions(other, parameters, layout);
  }

  /** These options with another form of angles. */
  public CompileOptions with(ParameterForm other) {
    return new CompileOptions(gates, other, layout);
  }

  /** These options with a pinned layout. */
  public CompileOptions withLayout(List<Integer> pinned) {
    return new CompileOptions(gates, parameters, Optional.of(pinned));
  }
}
