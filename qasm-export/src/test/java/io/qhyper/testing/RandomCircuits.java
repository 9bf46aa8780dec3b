package io.qhyper.testing;

import io.qhyper.circuit.Angle;
import io.qhyper.circuit.Barrier;
import io.qhyper.circuit.Circuit;
import io.qhyper.circuit.CircuitBuilder;
import io.qhyper.circuit.ClassicalRegister;
import io.qhyper.circuit.Condition;
import io.qhyper.circuit.Conditional;
import io.qhyper.circuit.Delay;
import io.qhyper.circuit.Gate;
import io.qhyper.circuit.GateCall;
import io.qhyper.circuit.GateDefinition;
import io.qhyper.circuit.GateName;
import io.qhyper.circuit.Instruction;
import io.qhyper.circuit.Measure;
import io.qhyper.circuit.Parameter;
import io.qhyper.circuit.Reset;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Random circuits of every step there is, the same ones for the same seed. */
public final class RandomCircuits {
  private static final List<ClassicalRegister> REGISTERS =
      List.of(new ClassicalRegister("early", 0, 2), new ClassicalRegister("late", 2, 1));

  private final Random random;
  private final int qubits;
  private final List<Parameter> parameters;
  private final List<GateDefinition> definitions = new ArrayList<>();

  /** Circuits on so many qubits, with angles in the given parameters; none for constant angles. */
  public RandomCircuits(Random random, int qubits, List<Parameter> parameters) {
    this.random = random;
    this.qubits = qubits;
    this.parameters = parameters;
    for (int i = 0; i < 3; i++) {
      definitions.add(definition("made" + i));
    }
  }

  /** Only gates, definitions and extra controls among them; then every qubit is measured. */
  public Circuit ofGates(int steps) {
    CircuitBuilder circuit = Circuit.builder(qubits).parameters(parameters);
    for (int i = 0; i < steps; i++) {
      circuit.add(gate());
    }
    return circuit.measureAll("c").build();
  }

  /**
   * Every kind of step: measurements in between, resets, conditions, barriers and delays; in the
   * end some qubits are measured into a register {@code c}, some never.
   */
  public Circuit ofEverything(int steps) {
    CircuitBuilder circuit = Circuit.builder(qubits).parameters(parameters);
    REGISTERS.forEach(register -> circuit.register(register.name(), register.width()));
    circuit.register("c", qubits);
    int branching = 0;
    for (int i = 0; i < steps; i++) {
      boolean canBranch = branching < 4;
      int kind = random.nextInt(canBranch ? 20 : 16);
      if (kind < 14) {
        circuit.add(gate());
      } else if (kind == 14) {
        circuit.add(new Barrier(someQubits(1 + random.nextInt(qubits))));
      } else if (kind == 15) {
        circuit.add(delay());
      } else if (kind == 16) {
        circuit.add(new Reset(random.nextInt(qubits)));
        branching++;
      } else if (kind == 17) {
        circuit.add(conditional());
        branching++;
      } else {
        circuit.add(new Measure(random.nextInt(qubits), random.nextInt(3)));
        branching++;
      }
    }
    for (int qubit = 0; qubit < qubits; qubit++) {
      if (random.nextInt(4) > 0) {
        circuit.add(new Measure(qubit, 3 + qubit));
      }
    }
    return circuit.build();
  }

  /** A call of any standard gate or definition that fits, sometimes under extra controls. */
  public GateCall gate() {
    Gate gate = random.nextInt(6) == 0 ? definitions.get(random.nextInt(3)) : standard(qubits);
    return underControls(call(gate, qubits, parameters), qubits);
  }

  /** A random number of the size of an angle, sometimes a round one. */
  public double number() {
    return switch (random.nextInt(6)) {
      case 0 -> Math.PI / 2 * (random.nextInt(9) - 4);
      case 1 -> random.nextInt(7) - 3;
      default -> 4 * random.nextGaussian();
    };
  }

  private GateName standard(int most) {
    List<GateName> fitting = new ArrayList<>();
    for (GateName name : GateName.values()) {
      if (name.qubitCount() <= most) {
        fitting.add(name);
      }
    }
    return fitting.get(random.nextInt(fitting.size()));
  }

  private GateCall call(Gate gate, int most, List<Parameter> open) {
    List<Angle> angles = IntStream.range(0, gate.angleCount()).mapToObj(i -> angle(open)).toList();
    List<Integer> all = shuffled(most);
    return new GateCall(gate, 0, angles, all.subList(0, gate.qubitCount()));
  }

  private GateCall underControls(GateCall call, int most) {
    GateCall result = call;
    for (int qubit = 0; qubit < most && random.nextInt(5) == 0; qubit++) {
      if (!result.qubits().contains(qubit)) {
        result = result.controlledBy(qubit);
      }
    }
    return result;
  }

  /** A number, a bare parameter, or a sum with factors. */
  private Angle angle(List<Parameter> open) {
    if (open.isEmpty() || random.nextInt(4) == 0) {
      return Angle.of(number());
    }
    Angle angle = Angle.of(open.get(random.nextInt(open.size())));
    while (random.nextInt(3) == 0) {
      Parameter other = open.get(random.nextInt(open.size()));
      angle = angle.times(number() / 4).plus(Angle.of(other)).plus(Angle.of(number()));
    }
    return angle;
  }

  private GateDefinition definition(String name) {
    int width = 1 + random.nextInt(Math.min(3, qubits));
    List<Parameter> formal = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      formal.add(new Parameter("phi" + i));
    }
    List<GateCall> body = new ArrayList<>();
    for (int i = 2 + random.nextInt(3); i > 0; i--) {
      List<GateDefinition> fitting =
          definitions.stream().filter(known -> known.qubitCount() <= width).toList();
      Gate gate =
          fitting.isEmpty() || random.nextInt(3) > 0
              ? standard(width)
              : fitting.get(random.nextInt(fitting.size()));
      body.add(underControls(call(gate, width, formal), width));
    }
    return new GateDefinition(name, formal, width, body);
  }

  /** Conditions on single bits and registers, in all combinations; angles are constant. */
  private Conditional conditional() {
    List<Instruction> then = new ArrayList<>();
    List<Instruction> otherwise = new ArrayList<>();
    for (int i = 1 + random.nextInt(2); i > 0; i--) {
      then.add(inBranch());
    }
    for (int i = random.nextInt(2); i > 0; i--) {
      otherwise.add(inBranch());
    }
    return new Conditional(condition(2), then, otherwise);
  }

  private Instruction inBranch() {
    if (random.nextInt(5) == 0) {
      return new Measure(random.nextInt(qubits), random.nextInt(3));
    }
    return call(standard(qubits), qubits, List.of());
  }

  private Condition condition(int depth) {
    return switch (random.nextInt(depth > 0 ? 5 : 2)) {
      case 0 -> new Condition.Bit(random.nextInt(3));
      case 1 ->
          new Condition.RegisterEquals(
              REGISTERS.get(random.nextInt(2)), BigInteger.valueOf(random.nextInt(3)));
      case 2 -> new Condition.Not(condition(depth - 1));
      case 3 -> new Condition.And(condition(depth - 1), condition(depth - 1));
      default -> new Condition.Or(condition(depth - 1), condition(depth - 1));
    };
  }

  private Delay delay() {
    Delay.TimeUnit[] units = Delay.TimeUnit.values();
    double duration = random.nextBoolean() ? random.nextInt(500) : random.nextDouble();
    return new Delay(duration, units[random.nextInt(units.length)], random.nextInt(qubits));
  }

  private List<Integer> someQubits(int count) {
    return shuffled(qubits).subList(0, count);
  }

  private List<Integer> shuffled(int count) {
    List<Integer> labels = new ArrayList<>(IntStream.range(0, count).boxed().toList());
    Collections.shuffle(labels, random);
    return labels;
  }
}
