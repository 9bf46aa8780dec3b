package io.qhyper.bench;

import io.qhyper.sim.EngineName;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What to measure.
 *
 * @param tasks in this order
 * @param circuits for tasks with a circuit
 * @param targets devices that the circuits are timed on, too, after compiling
 * @param qubits sizes; empty for those that each task has by default
 * @param layers of the circuits
 * @param threads how many the work may use, at least 1
 * @param engines what is compared with the reference; empty for each task's own choice
 */
public record BenchPlan(
    List<TaskName> tasks,
    List<CircuitChoice> circuits,
    List<BenchTarget> targets,
    List<Integer> qubits,
    List<Integer> layers,
    int threads,
    Set<EngineName> engines) {
  private static final int MOST_LAYERS = 1000;
  private static final int MOST_QUBITS = 1000;

  public BenchPlan {
    tasks = List.copyOf(tasks);
    circuits = List.copyOf(circuits);
    targets = List.copyOf(targets);
    qubits = List.copyOf(qubits);
    layers = List.copyOf(layers);
    engines = Set.copyOf(engines);
    check("layers", layers, MOST_LAYERS);
    check("qubits", qubits, MOST_QUBITS);
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be at least 1, got " + threads);
    }
  }

  private static void check(String name, List<Integer> numbers, int most) {
    for (int number : numbers) {
      if (number < 1 || number > most) {
        throw new IllegalArgumentException(name + " must be in 1.." + most + ", got " + number);
      }
    }
  }

  /** All settings, those of the same work together with the reference first. */
  List<Setting> settings() {
    List<Setting> settings = new ArrayList<>();
    for (TaskName task : tasks) {
      for (int size : qubits.isEmpty() ? task.defaultQubits() : qubits) {
        if (task.hasCircuit()) {
          circuits.forEach(
              circuit -> layers.forEach(depth -> add(task, circuit, size, depth, settings)));
        } else {
          CircuitText none = CircuitText.logical(CircuitChoice.BRICKWORK);
          contenders(task)
              .forEach(engine -> settings.add(new Setting(task, none, size, 0, threads, engine)));
        }
      }
    }
    return settings;
  }

  private void add(
      TaskName task, CircuitChoice circuit, int size, int depth, List<Setting> settings) {
    CircuitText logical = CircuitText.logical(circuit);
    for (EngineName engine : contenders(task)) {
      settings.add(new Setting(task, logical, size, depth, threads, engine));
    }
    for (BenchTarget target : targets) {
      CircuitText compiled = new CircuitText(circuit, Optional.of(target));
      contenders(task).stream()
          .filter(engine -> engine != EngineName.REFERENCE)
          .forEach(
              engine -> settings.add(new Setting(task, compiled, size, depth, threads, engine)));
    }
  }

  private List<EngineName> contenders(TaskName task) {
    EnumSet<EngineName> contenders = EnumSet.of(task.defaultEngine());
    if (!engines.isEmpty()) {
      contenders = EnumSet.copyOf(engines);
    }
    contenders.remove(EngineName.REFERENCE);
    List<EngineName> inOrder = new ArrayList<>(List.of(EngineName.REFERENCE));
    inOrder.addAll(contenders);
    return inOrder;
  }
}
