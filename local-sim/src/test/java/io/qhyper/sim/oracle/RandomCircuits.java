package io.qhyper.sim.oracle;

import io.qhyper.circuit.Angle;
import io.qhyper.circuit.CircuitBuilder;
import io.qhyper.circuit.GateCall;
import io.qhyper.circuit.GateName;
import io.qhyper.circuit.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Random gates with random qubits, extra controls and affine angles. */
public final class RandomCircuits {
  /** The parameters that random angles use. */
  public static final List<Parameter> PARAMETERS =
      List.of(new Parameter("alpha"), new Parameter("beta"), new Parameter("gamma"));

  private final Random random;

  public RandomCircuits(Random random) {
    this.random = random;
  }

  /** A random gate that fits on the qubits. */
  public GateCall gate(int qubits) {
    List<GateName> fitting =
        Arrays.stream(GateName.values()).filter(g -> g.qubitCount() <= qubits).toList();
    return call(fitting.get(random.nextInt(fitting.size())), qubits);
  }

  /** A random call of the given gate on some of the qubits, a third of them under more controls. */
  public GateCall call(GateName gate, int qubits) {
    int room = qubits - gate.qubitCount();
    int controls = room > 0 && random.nextInt(3) == 0 ? 1 + random.nextInt(Math.min(2, room)) : 0;
    return call(gate, controls, qubits);
  }

  /** A random call of the given gate on some of the qubits, without more controls. */
  public GateCall plainCall(GateName gate, int qubits) {
    return call(gate, 0, qubits);
  }

  private GateCall call(GateName gate, int controls, int qubits) {
    List<Integer> order = new ArrayList<>();
    for (int qubit = 0; qubit < qubits; qubit++) {
      order.add(qubit);
    }
    Collections.shuffle(order, random);
    List<Angle> angles = new ArrayList<>();
    for (int i = 0; i < gate.angleCount(); i++) {
      angles.add(angle());
    }
    return new GateCall(gate, controls, angles, order.subList(0, gate.qubitCount() + controls));
  }

  /** Appends random gates. */
  public void addGates(CircuitBuilder builder, int qubits, int gates) {
    for (int i = 0; i < gates; i++) {
      builder.add(gate(qubits));
    }
  }

  /** A constant, a bare parameter, or a sum with factors. */
  private Angle angle() {
    Parameter one = PARAMETERS.get(random.nextInt(PARAMETERS.size()));
    Parameter two = PARAMETERS.get(random.nextInt(PARAMETERS.size()));
    return switch (random.nextInt(3)) {
      case 0 -> Angle.of(random.nextDouble() * 8 - 4);
      case 1 -> Angle.of(one);
      default ->
          Angle.of(one)
              .times(random.nextDouble() * 3 - 1.5)
              .plus(Angle.of(two).times(-0.5))
              .plus(Angle.of(random.nextDouble()));
    };
  }

  /** A random value for each parameter. */
  public double[] row() {
    return random.doubles(PARAMETERS.size(), -Math.PI, Math.PI).toArray();
  }
}
