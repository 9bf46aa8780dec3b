package io.qhyper.cli;

import io.qhyper.bnn.Problem;
import io.qhyper.compare.Provenance;
import io.qhyper.hybrid.TrainingProgram;

/**
 * A circuit that can be run again.
 *
 * @param problem whose networks it emits
 * @param program with inputs
 * @param row the values of the inputs
 * @param shots how often it was run
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, nor changed
record KeptCircuit(Problem problem, TrainingProgram program, double[] row, int shots) {
  /** Its fingerprints. */
  Provenance provenance() {
    return Provenance.of(program.text(), row);
  }
}
