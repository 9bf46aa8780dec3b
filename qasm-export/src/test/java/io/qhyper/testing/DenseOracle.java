package io.qhyper.testing;

import io.qhyper.circuit.Angle;
import io.qhyper.circuit.Barrier;
import io.qhyper.circuit.Binding;
import io.qhyper.circuit.Circuit;
import io.qhyper.circuit.Conditional;
import io.qhyper.circuit.Delay;
import io.qhyper.circuit.GateCall;
import io.qhyper.circuit.GateDefinition;
import io.qhyper.circuit.GateName;
import io.qhyper.circuit.Instruction;
import io.qhyper.circuit.Measure;
import io.qhyper.circuit.Parameter;
import io.qhyper.circuit.Reset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What circuits do, by full matrices and by following every outcome of every measurement. */
public final class DenseOracle {
  /** Branches less likely than this are not followed. */
  private static final double IMPOSSIBLE = 1e-28;

  private DenseOracle() {}

  /** The matrix of a call on its own qubits in their order; definitions by their bodies. */
  public static Matrix matrix(GateCall call, Binding binding) {
    double[] angles = call.angles().stream().mapToDouble(angle -> value(angle, binding)).toArray();
    Matrix matrix;
    if (call.gate() instanceof GateDefinition definition) {
      Map<Parameter, Double> formal = new HashMap<>();
      for (int i = 0; i < angles.length; i++) {
        formal.put(definition.parameters().get(i), angles[i]);
      }
      matrix = product(definition.body(), definition.qubitCount(), formal::get);
    } else {
      matrix = Textbook.of((GateName) call.gate(), angles);
    }
    for (int control = 0; control < call.controls(); control++) {
      matrix = matrix.controlled();
    }
    return matrix;
  }

  /** The matrix of gates one after the other on qubits 0 … n−1. */
  public static Matrix product(List<? extends Instruction> calls, int qubits, Binding binding) {
    int size = 1 << qubits;
    Complex[][] columns = new Complex[size][];
    for (int column = 0; column < size; column++) {
      columns[column] = basisState(size, column);
    }
    for (Instruction call : calls) {
      Matrix matrix = matrix((GateCall) call, binding);
      for (int column = 0; column < size; column++) {
        columns[column] = applied(matrix, call.qubits(), columns[column]);
      }
    }
    return Matrix.of(size, (row, column) -> columns[column][row]);
  }

  /**
   * The probability of each final value of all classical bits; bit i of a key is classical bit i.
   */
  public static Map<Long, Double> distribution(Circuit circuit, Binding binding) {
    Map<Long, Double> distribution = new TreeMap<>();
    Complex[] start = basisState(1 << circuit.qubits(), 0);
    follow(new ArrayList<>(circuit.instructions()), start, 0, binding, distribution);
    return distribution;
  }

  /** The largest difference of a probability. */
  public static double distance(Map<Long, Double> a, Map<Long, Double> b) {
    double most = 0;
    for (Map.Entry<Long, Double> entry : a.entrySet()) {
      most = Math.max(most, Math.abs(entry.getValue() - b.getOrDefault(entry.getKey(), 0.0)));
    }
    for (Map.Entry<Long, Double> entry : b.entrySet()) {
      most = Math.max(most, Math.abs(entry.getValue() - a.getOrDefault(entry.getKey(), 0.0)));
    }
    return most;
  }

  private static double value(Angle angle, Binding binding) {
    double sum = angle.constant();
    for (Angle.Term term : angle.terms()) {
      sum += term.coefficient() * binding.value(term.parameter());
    }
    return sum;
  }

  private static void follow(
      List<Instruction> steps,
      Complex[] state,
      long bits,
      Binding binding,
      Map<Long, Double> distribution) {
    Complex[] current = state;
    for (int i = 0; i < steps.size(); i++) {
      Instruction step = steps.get(i);
      List<Instruction> rest = steps.subList(i + 1, steps.size());
      if (step instanceof GateCall call) {
        current = applied(matrix(call, binding), call.qubits(), current);
      } else if (step instanceof Measure || step instanceof Reset) {
        for (int outcome = 0; outcome < 2; outcome++) {
          branch(step, outcome, rest, current, bits, binding, distribution);
        }
        return;
      } else if (step instanceof Conditional conditional) {
        boolean holds = conditional.condition().holds(bit -> (bits >>> bit & 1) == 1);
        List<Instruction> all =
            new ArrayList<>(holds ? conditional.then() : conditional.otherwise());
        all.addAll(rest);
        follow(all, current, bits, binding, distribution);
        return;
      } else if (!(step instanceof Barrier || step instanceof Delay)) {
        throw new IllegalStateException("unknown step " + step);
      }
    }
    distribution.merge(bits, squaredNorm(current), Double::sum);
  }

  private static void branch(
      Instruction step,
      int outcome,
      List<Instruction> rest,
      Complex[] state,
      long bits,
      Binding binding,
      Map<Long, Double> distribution) {
    int qubit = step.qubits().get(0);
    Complex[] projected = new Complex[state.length];
    Arrays.fill(projected, Complex.ZERO);
    for (int index = 0; index < state.length; index++) {
      if ((index >> qubit & 1) == outcome) {
        int target = step instanceof Reset ? index & ~(1 << qubit) : index;
        projected[target] = state[index];
      }
    }
    long after = bits;
    if (step instanceof Measure measure) {
      after = (bits & ~(1L << measure.bit())) | ((long) outcome << measure.bit());
    }
    if (squaredNorm(projected) > IMPOSSIBLE) {
      follow(rest, projected, after, binding, distribution);
    }
  }

  private static Complex[] basisState(int size, int index) {
    Complex[] state = new Complex[size];
    Arrays.fill(state, Complex.ZERO);
    state[index] = Complex.ONE;
    return state;
  }

  private static Complex[] applied(Matrix matrix, List<Integer> qubits, Complex[] state) {
    Complex[] result = new Complex[state.length];
    for (int index = 0; index < state.length; index++) {
      int row = 0;
      for (int i = 0; i < qubits.size(); i++) {
        row |= (index >> qubits.get(i) & 1) << i;
      }
      Complex sum = Complex.ZERO;
      for (int column = 0; column < matrix.size(); column++) {
        Complex entry = matrix.at(row, column);
        if (entry.squaredNorm() > 0) {
          sum = sum.plus(entry.times(state[replaced(index, qubits, column)]));
        }
      }
      result[index] = sum;
    }
    return result;
  }

  /** The index with bit i of {@code column} in place of the bit of qubit i. */
  private static int replaced(int index, List<Integer> qubits, int column) {
    int other = index;
    for (int i = 0; i < qubits.size(); i++) {
      int mask = 1 << qubits.get(i);
      other = (column >> i & 1) == 1 ? other | mask : other & ~mask;
    }
    return other;
  }

  private static double squaredNorm(Complex[] state) {
    return Arrays.stream(state).mapToDouble(Complex::squaredNorm).sum();
  }
}
