package io.qhyper.sim;

import io.qhyper.circuit.Angle;
import io.qhyper.circuit.Circuit;
import io.qhyper.circuit.CircuitBuilder;
import io.qhyper.circuit.Condition;
import io.qhyper.circuit.Conditional;
import io.qhyper.circuit.GateCall;
import io.qhyper.circuit.GateName;
import io.qhyper.circuit.Measure;
import io.qhyper.circuit.Reset;
import io.qhyper.sim.noise.AmplitudeDamping;
import io.qhyper.sim.noise.Channel;
import io.qhyper.sim.noise.Depolarizing;
import io.qhyper.sim.noise.GateScope;
import io.qhyper.sim.noise.KrausChannel;
import io.qhyper.sim.noise.KrausOperator;
import io.qhyper.sim.noise.NoiseModel;
import io.qhyper.sim.noise.NoiseRule;
import io.qhyper.sim.noise.OverRotation;
import io.qhyper.sim.noise.PauliErrors;
import io.qhyper.sim.noise.PhaseDamping;
import io.qhyper.sim.noise.ReadoutError;
import io.qhyper.sim.noise.ReadoutErrors;
import io.qhyper.sim.noise.ThermalRelaxation;
import io.qhyper.sim.oracle.RandomCircuits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Random noise models, strong enough to be seen, and circuits to put them on. */
final class RandomNoise {
  private static final List<GateName> FRAME_GATES =
      List.of(
          GateName.H,
          GateName.S,
          GateName.SX,
          GateName.X,
          GateName.T,
          GateName.CX,
          GateName.CZ,
          GateName.ECR,
          GateName.SWAP,
          GateName.RX,
          GateName.RY,
          GateName.RZ,
          GateName.P,
          GateName.RZZ,
          GateName.RXX,
          GateName.U,
          GateName.U2,
          GateName.U3,
          GateName.SXDG,
          GateName.CY);

  private final Random random;

  RandomNoise(Random random) {
    this.random = random;
  }

  /** One channel of every kind there is, and every size. */
  List<Channel> channels() {
    double t1 = 1e-4 * (1 + random.nextDouble());
    return List.of(
        new Depolarizing(1, random.nextDouble() * 0.3),
        new Depolarizing(2, random.nextDouble() * 0.3),
        new PauliErrors(Map.of("X", random.nextDouble() * 0.2, "Y", random.nextDouble() * 0.2)),
        new PauliErrors(Map.of("XZ", random.nextDouble() * 0.2, "IY", random.nextDouble() * 0.2)),
        new AmplitudeDamping(random.nextDouble() * 0.4),
        new PhaseDamping(random.nextDouble() * 0.4),
        new ThermalRelaxation(t1, t1 * (0.3 + 2 * random.nextDouble()), 3e-5),
        new OverRotation("Y", random.nextDouble()),
        new OverRotation("ZX", random.nextDouble()),
        kraus());
  }

  /** A weak measurement of two qubits: diagonal operators and a rotation on top. */
  private Channel kraus() {
    double[] one = new double[16];
    double[] two = new double[16];
    for (int i = 0; i < 4; i++) {
      double weight = random.nextDouble();
      one[i * 5] = Math.sqrt(weight);
      two[(3 - i) * 4 + i] = Math.sqrt(1 - weight);
    }
    return new KrausChannel(
        List.of(
            new KrausOperator(4, one, new double[16]), new KrausOperator(4, new double[16], two)));
  }

  /** A model with a rule for each channel, on random scopes, and asymmetric misreading. */
  NoiseModel model(List<Channel> channels) {
    List<NoiseRule> rules = new ArrayList<>();
    for (Channel channel : channels) {
      boolean isReversed = channel.qubits() == 2 && random.nextBoolean();
      rules.add(
          new NoiseRule(
              channel.qubits() == 2 ? GateScope.ofArity(2) : scope(),
              channel,
              isReversed ? List.of(1, 0) : List.of()));
    }
    ReadoutErrors readout =
        new ReadoutErrors(
            new ReadoutError(0.02, 0.07),
            Map.of(0, new ReadoutError(0.1, 0.2)),
            Map.of("m", new ReadoutError(0.15, 0.05)));
    return new NoiseModel("random", NoiseModel.QubitNumbers.ANY, rules, readout, Optional.empty());
  }

  private GateScope scope() {
    return switch (random.nextInt(4)) {
      case 0 -> GateScope.named("h");
      case 1 -> GateScope.at("cx", List.of(1, 0));
      case 2 -> GateScope.ofArity(1);
      default -> GateScope.EVERYWHERE;
    };
  }

  /** A circuit of gates that frames can pass, measured at its end. */
  Circuit frameCircuit(int qubits, int gates) {
    RandomCircuits circuits = new RandomCircuits(random);
    CircuitBuilder builder = Circuit.builder(qubits).parameters(RandomCircuits.PARAMETERS);
    builder.gate(GateName.H, 0).gate(GateName.CX, 1, 0); // what every scope meets
    while (gates > 0) {
      GateCall call = circuits.call(FRAME_GATES.get(random.nextInt(FRAME_GATES.size())), qubits);
      if (call.controls() == 0) {
        builder.add(call);
        gates--;
      }
    }
    return builder.measureAll("c").build();
  }

  /** Any gates, with measurements, a reset and a branch among them. */
  Circuit midCircuit(int qubits, int gates) {
    RandomCircuits circuits = new RandomCircuits(random);
    CircuitBuilder builder = Circuit.builder(qubits).parameters(RandomCircuits.PARAMETERS);
    builder.register("m", 2);
    builder.gate(GateName.H, 0).gate(GateName.CX, 1, 0);
    circuits.addGates(builder, qubits, gates);
    builder.add(new Measure(0, 0));
    GateCall turn = GateCall.of(GateName.RX, List.of(Angle.of(1.1)), 1);
    GateCall other = GateCall.of(GateName.H, List.of(), 0);
    builder.add(new Conditional(new Condition.Bit(0), List.of(turn), List.of(other, turn)));
    circuits.addGates(builder, qubits, gates);
    builder.add(new Reset(1));
    builder.add(new Measure(0, 1));
    circuits.addGates(builder, qubits, gates);
    return builder.measureAll("c").build();
  }
}
