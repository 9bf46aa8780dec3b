package io.qhyper.sim;

import io.qhyper.circuit.Circuit;
import io.qhyper.circuit.CircuitBuilder;
import io.qhyper.circuit.GateCall;
import io.qhyper.circuit.GateName;
import io.qhyper.circuit.Measure;
import io.qhyper.sim.oracle.RandomCircuits;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Random circuits whose pairs lie on a line of qubits in random order. */
final class LineCircuits {
  private static final List<GateName> SINGLES = fitting(1);
  private static final List<GateName> PAIRS = fitting(2);

  private final Random random;
  private final RandomCircuits gates;

  LineCircuits(Random random) {
    this.random = random;
    this.gates = new RandomCircuits(random);
  }

  private static List<GateName> fitting(int qubits) {
    return Arrays.stream(GateName.values()).filter(g -> g.qubitCount() == qubits).toList();
  }

  /**
   * A circuit of layers of single gates, pairs between.
   *
   * @param qubits declared
   * @param length how many of them, scattered, take part; a bond that no pair uses cuts the line
   *     into components
   * @param pairs number of pairs
   * @param measured how many of those qubits are measured, into register c in random order
   */
  Circuit circuit(int qubits, int length, int pairs, int measured) {
    List<Integer> labels = shuffled(qubits).subList(0, length);
    CircuitBuilder builder =
        Circuit.builder(qubits).parameters(RandomCircuits.PARAMETERS).register("c", measured + 1);
    for (int i = 0; i < pairs; i++) {
      for (int k = 0; k < 3; k++) {
        add(builder, pick(SINGLES), labels.subList(random.nextInt(length), length));
      }
      if (length > 1) {
        int bond = random.nextInt(length - 1);
        List<Integer> pair = new ArrayList<>(labels.subList(bond, bond + 2));
        Collections.shuffle(pair, random);
        add(builder, pick(PAIRS), pair);
      }
    }
    List<Integer> shown = new ArrayList<>(labels);
    Collections.shuffle(shown, random);
    List<Integer> bits = shuffled(measured + 1);
    for (int k = 0; k < measured; k++) {
      builder.add(new Measure(shown.get(k), bits.get(k)));
    }
    return builder.build();
  }

  private GateName pick(List<GateName> names) {
    return names.get(random.nextInt(names.size()));
  }

  private void add(CircuitBuilder builder, GateName name, List<Integer> qubits) {
    GateCall call = gates.call(name, name.qubitCount());
    builder.add(new GateCall(name, 0, call.angles(), qubits.subList(0, name.qubitCount())));
  }

  private List<Integer> shuffled(int size) {
    List<Integer> list = new ArrayList<>(IntStream.range(0, size).boxed().toList());
    Collections.shuffle(list, random);
    return list;
  }

  double[] row() {
    return gates.row();
  }
}
