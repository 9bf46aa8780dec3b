package io.qhyper.compile;

import io.qhyper.circuit.GateCall;
import io.qhyper.circuit.GateName;
import io.qhyper.circuit.Instruction;
import io.qhyper.circuit.Measure;
import io.qhyper.compile.Couplings.Link;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * What each place of a line costs on each qubit of a device: −ln of the success probability of the
 * native gates and measurements that the circuit really has there.
 *
 * <p>Where the two-qubit gate is directed, the pulses on a place depend on the directions of the
 * gates to its two neighbours: four cases, counted by lowering the circuit on lines whose gates
 * point forward, backward, and both ways in turn.
 */
final class LineCosts {
  private final DeviceGraph device;
  private final int length;
  private final double[][][] places; // [place][directions][qubit]
  private final int[] gates; // [place]: two-qubit gates between it and the next

  /**
   * The costs of a circuit.
   *
   * @param steps one-qubit gates, cz and rzz between places that follow each other
   * @param length number of places
   */
  LineCosts(List<Instruction> steps, int length, DeviceGraph device) {
    this.device = device;
    this.length = length;
    this.places = new double[length][4][];
    this.gates = new int[Math.max(length - 1, 0)];
    List<IntFunction<Direction>> patterns =
        List.of(
            edge -> Direction.FORWARD,
            edge -> Direction.BACKWARD,
            edge -> edge % 2 == 0 ? Direction.BACKWARD : Direction.FORWARD,
            edge -> edge % 2 == 1 ? Direction.BACKWARD : Direction.FORWARD);
    for (IntFunction<Direction> pattern : patterns) {
      Couplings line = new Line(linkGate(device), pulses(device), pattern);
      List<Instruction> lowered = NativeLowering.lower(steps, length, line);
      int[][] counts = counts(lowered, length);
      for (int place = 0; place < length; place++) {
        int directions =
            directions(
                place > 0 ? pattern.apply(place - 1) : Direction.FORWARD,
                place < gates.length ? pattern.apply(place) : Direction.FORWARD);
        places[place][directions] = costs(counts[place]);
        if (place < gates.length) {
          gates[place] = counts[place][COUNTED.size() + 1];
        }
      }
    }
  }

  private static final List<GateName> COUNTED = List.of(GateName.SX, GateName.X, GateName.RX);

  private static GateName linkGate(DeviceGraph device) {
    for (int a = 0; a < device.qubits(); a++) {
      for (int b : device.neighbours(a)) {
        Optional<Link> link = device.entangler(a, b);
        if (link.isPresent()) {
          return link.get().gate();
        }
      }
    }
    return GateName.CZ;
  }

  private static NativeGates pulses(DeviceGraph device) {
    boolean hasRx =
        IntStream.range(0, device.qubits())
            .anyMatch(qubit -> device.pulses(qubit) == NativeGates.FRACTIONAL);
    return hasRx ? NativeGates.FRACTIONAL : NativeGates.STANDARD;
  }

  /** Per place: how many sx, x, rx and measurements, then two-qubit gates to the next place. */
  private static int[][] counts(List<Instruction> steps, int length) {
    int[][] counts = new int[length][COUNTED.size() + 2];
    for (Instruction step : StepList.flat(steps)) {
      if (step instanceof Measure measure) {
        counts[measure.qubit()][COUNTED.size()]++;
      } else if (step instanceof GateCall call && call.qubits().size() == 1) {
        int kind = COUNTED.indexOf(call.standard());
        if (kind >= 0) {
          counts[call.qubits().get(0)][kind]++;
        }
      } else if (step instanceof GateCall call) {
        counts[Math.min(call.qubits().get(0), call.qubits().get(1))][COUNTED.size() + 1]++;
      }
    }
    return counts;
  }

  private double[] costs(int[] counts) {
    double[] costs = new double[device.qubits()];
    for (int qubit = 0; qubit < costs.length; qubit++) {
      double sum = device.hasPulses(qubit) ? 0 : Double.POSITIVE_INFINITY;
      for (int kind = 0; kind < COUNTED.size(); kind++) {
        String gate = COUNTED.get(kind).text();
        sum +=
            counts[kind] == 0 ? 0 : counts[kind] * device.calibration().cost(gate, List.of(qubit));
      }
      int measurements = counts[COUNTED.size()];
      sum += measurements == 0 ? 0 : measurements * device.calibration().readoutCost(qubit);
      costs[qubit] = sum;
    }
    return costs;
  }

  /**
   * The case of a place by the directions of the gates to its neighbours; a gate that is not there
   * counts as forward.
   */
  static int directions(Direction last, Direction next) {
    return (last == Direction.BACKWARD ? 1 : 0) + (next == Direction.BACKWARD ? 2 : 0);
  }

  DeviceGraph device() {
    return device;
  }

  int length() {
    return length;
  }

  /** Backward if the gate between a qubit and the next names the next one first. */
  Direction direction(int qubit, int next) {
    return device.entangler(qubit, next).filter(link -> link.first() == next).isPresent()
        ? Direction.BACKWARD
        : Direction.FORWARD;
  }

  /**
   * The cost of a place on a qubit, for the directions of its gates; infinite at an end for two.
   */
  double place(int place, int directions, int qubit) {
    double[] known = places[place][directions];
    return known == null ? Double.POSITIVE_INFINITY : known[qubit];
  }

  /** Whether some place of the line can be on a qubit. */
  boolean isUsable(int qubit) {
    for (double[][] place : places) {
      for (double[] known : place) {
        if (known != null && Double.isFinite(known[qubit])) {
          return true;
        }
      }
    }
    return false;
  }

  /** How many two-qubit gates there are between a place and the next. */
  int gates(int place) {
    return gates[place];
  }

  /** The cost of the gates between a place on one qubit and the next place on another. */
  double edge(int place, int qubit, int next) {
    return gates[place] == 0 ? 0 : gates[place] * device.cost(qubit, next);
  }

  /** The cost of a whole line; infinite if it cannot be used. */
  double of(int[] line) {
    double sum = 0;
    for (int i = 0; i < line.length; i++) {
      Direction last = i > 0 ? direction(line[i - 1], line[i]) : Direction.FORWARD;
      Direction next = i + 1 < line.length ? direction(line[i], line[i + 1]) : Direction.FORWARD;
      sum += place(i, directions(last, next), line[i]);
      sum += i + 1 < line.length ? edge(i, line[i], line[i + 1]) : 0;
    }
    return sum;
  }

  /** A line of places whose gates all are there, in directions by the number of the lower place. */
  private record Line(GateName gate, NativeGates pulses, IntFunction<Direction> directions)
      implements Couplings {
    @Override
    public Optional<Link> entangler(int a, int b) {
      int low = Math.min(a, b);
      return Optional.of(
          directions.apply(low) == Direction.BACKWARD
              ? new Link(gate, low + 1, low)
              : new Link(gate, low, low + 1));
    }

    @Override
    public Optional<Link> rzz(int a, int b) {
      return Optional.empty();
    }

    @Override
    public NativeGates pulses(int qubit) {
      return pulses;
    }
  }
}
