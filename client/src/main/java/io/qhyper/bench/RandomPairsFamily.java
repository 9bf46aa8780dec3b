package io.qhyper.bench;

import io.qhyper.circuit.Angle;
import io.qhyper.circuit.Circuit;
import io.qhyper.circuit.CircuitBuilder;
import io.qhyper.circuit.GateName;
import io.qhyper.circuit.Parameter;
import io.qhyper.hybrid.TrainingProgram;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Circuits without a structure to make use of: in each layer a rotation of every qubit about a
 * random axis, then cx, cz, rzz or rxx on pairs that are dealt out at random.
 */
final class RandomPairsFamily implements CircuitFamily {
  private static final List<GateName> ROTATIONS = List.of(GateName.RX, GateName.RY, GateName.RZ);
  private static final List<GateName> PAIRS =
      List.of(GateName.CX, GateName.CZ, GateName.RZZ, GateName.RXX);

  @Override
  public CircuitCase live(int qubits, int layers) {
    UniformRandomProvider random = CircuitCase.random();
    Draft draft = new Draft(qubits, random);
    for (int layer = 0; layer < layers; layer++) {
      draft.addLayer();
    }
    Circuit circuit = draft.circuit();
    double[] theta = CircuitCase.angles(random, circuit.parameters().size());
    return CircuitCase.of(circuit, theta, new ReferenceMarginals(circuit, theta));
  }

  /** Hardly any gate of a random circuit can be left out. */
  @Override
  public CircuitCase whole(int qubits, int layers) {
    return live(qubits, layers);
  }

  /** A circuit in the making. */
  private static final class Draft {
    private final int qubits;
    private final UniformRandomProvider random;
    private final List<Parameter> parameters = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();

    private record Step(GateName gate, Integer[] on) {}

    Draft(int qubits, UniformRandomProvider random) {
      this.qubits = qubits;
      this.random = random;
    }

    void addLayer() {
      for (int qubit = 0; qubit < qubits; qubit++) {
        add(ROTATIONS.get(random.nextInt(ROTATIONS.size())), qubit);
      }
      int[] order = IntStream.range(0, qubits).toArray();
      for (int i = qubits - 1; i > 0; i--) {
        int j = random.nextInt(i + 1);
        int kept = order[i];
        order[i] = order[j];
        order[j] = kept;
      }
      for (int i = 0; i + 1 < qubits; i += 2) {
        add(PAIRS.get(random.nextInt(PAIRS.size())), order[i], order[i + 1]);
      }
    }

    private void add(GateName gate, Integer... on) {
      steps.add(new Step(gate, on));
      if (isRotation(gate)) {
        parameters.add(new Parameter("t" + parameters.size()));
      }
    }

    private static boolean isRotation(GateName gate) {
      return gate != GateName.CX && gate != GateName.CZ;
    }

    Circuit circuit() {
      CircuitBuilder builder = Circuit.builder(qubits).parameters(parameters);
      int next = 0;
      for (Step step : steps) {
        if (isRotation(step.gate())) {
          builder.gate(step.gate(), Angle.of(parameters.get(next++)), step.on());
        } else {
          builder.gate(step.gate(), step.on());
        }
      }
      return builder.measureAll(TrainingProgram.REGISTER).build();
    }
  }
}
