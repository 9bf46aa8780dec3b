package io.qhyper.sim;

import io.qhyper.circuit.Angle;
import io.qhyper.circuit.Circuit;
import io.qhyper.circuit.CircuitBuilder;
import io.qhyper.circuit.GateName;
import io.qhyper.circuit.Parameter;
import io.qhyper.sim.oracle.RandomCircuits;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Times the state-vector engine against the reference in one run, for people; not a test. Processor
 * time of one thread, so that other work on the machine disturbs little.
 *
 * <p>Arguments: pairs of a circuit ({@code brickwork} or {@code random}) and {@code qubits:layers}
 * or {@code qubits:depth}.
 */
final class EngineHarness {
  private EngineHarness() {}

  public static void main(String[] arguments) {
    System.out.println("circuit | qubits | layers or depth | reference ms | merged ms | ratio");
    for (int i = 0; i < arguments.length; i += 2) {
      String[] size = arguments[i + 1].split(":", -1);
      int qubits = Integer.parseInt(size[0]);
      int layers = Integer.parseInt(size[1]);
      boolean brickwork = arguments[i].equals("brickwork");
      Circuit circuit = brickwork ? brickwork(qubits, layers) : random(qubits, layers);
      Plan plan = Planner.plan(circuit);
      double[] row = new Random(3).doubles(plan.parameters().size(), -Math.PI, Math.PI).toArray();
      FusedPlan fused = new FusedPlan(plan, 2);
      List<Runnable> tasks =
          List.of(() -> ReferenceEngine.prefix(plan, row), () -> fused.prefix(row, 1));
      double[] medians = medians(tasks);
      System.out.printf(
          "%s | %d | %d | %.3f | %.3f | %.2f%n",
          arguments[i], qubits, layers, medians[0], medians[1], medians[0] / medians[1]);
    }
  }

  /** Two rotations a qubit, then CX on neighbours, even and odd pairs in turn. */
  private static Circuit brickwork(int qubits, int layers) {
    List<Parameter> parameters = new ArrayList<>();
    for (int k = 0; k < 2 * qubits * layers; k++) {
      parameters.add(new Parameter("p" + k));
    }
    CircuitBuilder builder = Circuit.builder(qubits).parameters(parameters);
    int next = 0;
    for (int layer = 0; layer < layers; layer++) {
      for (int qubit = 0; qubit < qubits; qubit++) {
        builder.gate(GateName.RY, Angle.of(parameters.get(next++)), qubit);
        builder.gate(GateName.RZ, Angle.of(parameters.get(next++)), qubit);
      }
      for (int qubit = layer % 2; qubit + 1 < qubits; qubit += 2) {
        builder.gate(GateName.CX, qubit, qubit + 1);
      }
    }
    return builder.measureAll("c").build();
  }

  /** Layers of gates of all kinds, most on one and two qubits, on random disjoint qubits. */
  private static Circuit random(int qubits, int depth) {
    Random random = new Random(qubits * 100L + depth);
    RandomCircuits circuits = new RandomCircuits(random);
    List<GateName> gates =
        Arrays.stream(GateName.values())
            .filter(g -> (g.qubitCount() <= 2 && g.qubitCount() > 0) || g == GateName.CCX)
            .toList();
    CircuitBuilder builder = Circuit.builder(qubits).parameters(RandomCircuits.PARAMETERS);
    for (int k = 0; k < depth * qubits / 2; k++) {
      builder.add(circuits.plainCall(gates.get(random.nextInt(gates.size())), qubits));
    }
    return builder.measureAll("c").build();
  }

  /** Median milliseconds of processor time of each task, the tasks taking turns. */
  private static double[] medians(List<Runnable> tasks) {
    double[] medians = new double[tasks.size()];
    double once = time(tasks.get(0));
    int repetitions = (int) Math.max(5, Math.min(300, 3000 / once));
    double[][] times = new double[tasks.size()][repetitions];
    for (int r = -repetitions / 2; r < repetitions; r++) {
      for (int t = 0; t < times.length; t++) {
        double milliseconds = time(tasks.get(t));
        if (r >= 0) {
          times[t][r] = milliseconds;
        }
      }
    }
    for (int t = 0; t < times.length; t++) {
      Arrays.sort(times[t]);
      medians[t] = times[t][repetitions / 2];
    }
    return medians;
  }

  private static double time(Runnable task) {
    ThreadMXBean thread = ManagementFactory.getThreadMXBean();
    long start = thread.getCurrentThreadCpuTime();
    task.run();
    return (thread.getCurrentThreadCpuTime() - start) * 1e-6;
  }
}
