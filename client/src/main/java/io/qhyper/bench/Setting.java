package io.qhyper.bench;

import io.qhyper.sim.EngineName;
import io.qhyper.sim.SimulationOptions;

/** One size of a task, done in one way; tasks without a circuit look at no text and no layers. */
record Setting(
    TaskName task, CircuitText text, int qubits, int layers, int threads, EngineName engine) {
  SimulationOptions simulation() {
    return SimulationOptions.DEFAULT.withEngine(engine).withStateThreads(threads);
  }
}
