package io.qhyper.testing;

import io.qhyper.compile.GateFacts;
import io.qhyper.compile.Target;
import io.qhyper.compile.TargetQubit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * Made-up devices in the shape of IBM's: rows of qubits with bridges between them, random errors.
 */
public final class HeavyHex {
  private final Random random;
  private final List<int[]> edges = new ArrayList<>();
  private final List<TargetQubit> qubits = new ArrayList<>();
  private final Map<String, Map<List<Integer>, GateFacts>> gates = new TreeMap<>();
  private int count;

  private HeavyHex(Random random) {
    this.random = random;
  }

  /** A device with symmetric cz, rx and usable rzz; 8 rows of 16 make the 156 qubits of Heron. */
  public static Target heron(long seed, int rows, int columns) {
    HeavyHex device = new HeavyHex(new Random(seed));
    device.lattice(rows, columns);
    device.oneQubitGates(List.of("id", "rz", "sx", "x", "rx"), 2e-4, 32e-9);
    for (int[] edge : device.edges) {
      GateFacts cz = device.facts(2e-3, 68e-9);
      GateFacts rzz = device.facts(2e-3, 88e-9);
      for (List<Integer> pair : List.of(List.of(edge[0], edge[1]), List.of(edge[1], edge[0]))) {
        device.put("cz", pair, cz);
        device.put("rzz", pair, rzz);
      }
    }
    return device.target("made_heron");
  }

  /** A device with one ecr per edge, in a random direction. */
  public static Target eagle(long seed, int rows, int columns) {
    HeavyHex device = new HeavyHex(new Random(seed));
    device.lattice(rows, columns);
    device.oneQubitGates(List.of("id", "rz", "sx", "x"), 2e-4, 57e-9);
    for (int[] edge : device.edges) {
      boolean turned = device.random.nextBoolean();
      List<Integer> pair = turned ? List.of(edge[1], edge[0]) : List.of(edge[0], edge[1]);
      device.put("ecr", pair, device.facts(8e-3, 533e-9));
    }
    return device.target("made_eagle");
  }

  /** The same device with one more or other fact. */
  public static Target with(Target target, String gate, List<Integer> on, GateFacts facts) {
    Map<String, Map<List<Integer>, GateFacts>> gates = new TreeMap<>(target.gates());
    Map<List<Integer>, GateFacts> sites = new LinkedHashMap<>(target.sites(gate));
    sites.put(on, facts);
    gates.put(gate, sites);
    return new Target(
        target.name(),
        target.version(),
        target.qubits(),
        gates,
        target.instructions(),
        target.sampleTime());
  }

  /** The same device with another qubit. */
  public static Target with(Target target, int index, TargetQubit qubit) {
    List<TargetQubit> qubits = new ArrayList<>(target.qubits());
    qubits.set(index, qubit);
    return new Target(
        target.name(),
        target.version(),
        qubits,
        target.gates(),
        target.instructions(),
        target.sampleTime());
  }

  private void lattice(int rows, int columns) {
    for (int row = 0; row < rows; row++) {
      int first = count;
      count += columns;
      for (int column = 0; column + 1 < columns; column++) {
        edges.add(new int[] {first + column, first + column + 1});
      }
      if (row + 1 < rows) {
        bridges(first, columns, row % 2 == 0 ? 3 : 1);
      }
    }
    for (int qubit = 0; qubit < count; qubit++) {
      qubits.add(
          new TargetQubit(
              OptionalDouble.of(200e-6),
              OptionalDouble.of(500e-6),
              spread(1e-2),
              OptionalDouble.empty(),
              OptionalDouble.empty(),
              OptionalDouble.of(1.5e-6),
              true));
    }
  }

  private void bridges(int first, int columns, int start) {
    int bridges = (columns - start + 3) / 4;
    int next = first + columns + bridges;
    for (int column = start; column < columns; column += 4) {
      edges.add(new int[] {first + column, count});
      edges.add(new int[] {count, next + column});
      count++;
    }
  }

  private void oneQubitGates(List<String> names, double error, double length) {
    for (int qubit = 0; qubit < count; qubit++) {
      GateFacts pulse = facts(error, length);
      for (String name : names) {
        GateFacts virtual = new GateFacts(OptionalDouble.of(0), OptionalDouble.of(0), true);
        put(name, List.of(qubit), name.equals("rz") ? virtual : pulse);
      }
    }
  }

  private void put(String gate, List<Integer> on, GateFacts facts) {
    gates.computeIfAbsent(gate, name -> new LinkedHashMap<>()).put(on, facts);
  }

  private GateFacts facts(double error, double length) {
    return new GateFacts(spread(error), OptionalDouble.of(length), true);
  }

  /** A few times more or less than usual. */
  private OptionalDouble spread(double error) {
    return OptionalDouble.of(error * Math.exp(0.6 * random.nextGaussian()));
  }

  private Target target(String name) {
    return new Target(
        name,
        "1.0.0",
        qubits,
        gates,
        Set.of("measure", "reset", "delay", "if_else"),
        OptionalDouble.of(4e-9));
  }
}
