package io.qhyper.sim;

import io.qhyper.circuit.Circuit;
import io.qhyper.sim.noise.ReadoutErrors;
import java.util.List;

/**
 * A program with its noise written out.
 *
 * @param circuit the program without definitions; nothing is left out of it
 * @param steps its steps and the channels between them; the steps and branches at the top are those
 *     of the circuit, in order
 * @param readout how measurements are misread
 * @param coverage what the model does to the program
 */
record NoisyProgram(
    Circuit circuit, List<NoisyStep> steps, ReadoutErrors readout, NoiseCoverage coverage) {
  NoisyProgram {
    steps = List.copyOf(steps);
  }
}
