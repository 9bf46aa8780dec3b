package io.qhyper.bench;

import io.qhyper.sim.EngineName;
import io.qhyper.sim.SimulationOptions;

/** One size of a task, done in one way. */
record Setting(TaskName task, int qubits, int layers, int threads, EngineName engine) {
  SimulationOptions simulation() {
    return SimulationOptions.DEFAULT.withEngine(engine).withStateThreads(threads);
  }
}
