package io.qhyper.bench;

import io.qhyper.sim.EngineName;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What to measure.
 *
 * @param tasks in this order
 * @param qubits sizes; empty for those that each task has by default
 * @param layers of the ansatz, for tasks with a circuit
 * @param threads how many the work may use, at least 1
 * @param engines what is compared with the reference; empty for each task's own choice
 */
public record BenchPlan(
    List<TaskName> tasks,
    List<Integer> qubits,
    List<Integer> layers,
    int threads,
    Set<EngineName> engines) {
  private static final int MOST_LAYERS = 1000;
  private static final int MOST_QUBITS = 1000;

  public BenchPlan {
    tasks = List.copyOf(tasks);
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
        for (int depth : task.hasCircuit() ? layers : List.of(0)) {
          for (EngineName engine : contenders(task)) {
            settings.add(new Setting(task, size, depth, threads, engine));
          }
        }
      }
    }
    return settings;
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
