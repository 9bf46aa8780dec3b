package io.qhyper.sim;

import io.qhyper.circuit.Circuit;
import java.util.List;

/**
 * A noisy program as a noise-free one whose angles can be flipped one by one, and the errors that
 * flip them.
 *
 * @param circuit the noise-free program; input k is an angle that errors can flip
 * @param angles the value of each input of the circuit by the row of the original program
 * @param errors where Pauli errors can occur, with at least one that has an effect
 */
record FrameProgram(Circuit circuit, List<AffineAngle> angles, List<FrameError> errors) {
  FrameProgram {
    angles = List.copyOf(angles);
    errors = List.copyOf(errors);
  }

  /** The inputs of the circuit where no angle is flipped. */
  double[] row(double[] original) {
    return angles.stream().mapToDouble(angle -> angle.value(original)).toArray();
  }
}
