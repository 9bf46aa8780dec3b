package io.qhyper.sim.oracle;

import io.qhyper.circuit.Binding;
import io.qhyper.circuit.Circuit;
import io.qhyper.circuit.Conditional;
import io.qhyper.circuit.GateCall;
import io.qhyper.circuit.GateName;
import io.qhyper.circuit.Instruction;
import io.qhyper.circuit.Measure;
import io.qhyper.circuit.Reset;
import io.qhyper.sim.noise.NoiseModel;
import io.qhyper.sim.noise.NoiseRule;
import io.qhyper.sim.noise.ReadoutError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The exact noisy distribution of all classical bits, by full density matrices multiplied by full
 * Kraus matrices, following every outcome and every misreading. Without idle noise.
 */
public final class DenseNoise {
  private final Circuit circuit;
  private final Binding binding;
  private final NoiseModel model;
  private final Map<Long, Double> distribution = new TreeMap<>();

  private DenseNoise(Circuit circuit, Binding binding, NoiseModel model) {
    this.circuit = circuit;
    this.binding = binding;
    this.model = model;
  }

  /** Probabilities of the values of all classical bits together, bit 0 least significant. */
  public static Map<Long, Double> distribution(Circuit circuit, Binding binding, NoiseModel model) {
    DenseNoise run = new DenseNoise(circuit, binding, model);
    DenseMatrix zero = new DenseMatrix(1 << circuit.qubits());
    zero.re[0][0] = 1;
    run.follow(zero, 0, new ArrayList<>(circuit.flattened().instructions()));
    return run.distribution;
  }

  private void follow(DenseMatrix rho, long bits, List<Instruction> steps) {
    if (rho.trace() < 1e-15) {
      return;
    }
    if (steps.isEmpty()) {
      distribution.merge(bits, rho.trace(), Double::sum);
      return;
    }
    List<Instruction> rest = new ArrayList<>(steps.subList(1, steps.size()));
    Instruction step = steps.get(0);
    if (step instanceof GateCall call) {
      follow(disturbed(call, between(DenseState.matrix(call, binding, rho.n), rho)), bits, rest);
    } else if (step instanceof Measure measure) {
      measure(measure, rho, bits, rest);
    } else if (step instanceof Reset reset) {
      GateCall flip = GateCall.of(GateName.X, List.of(), reset.qubit());
      DenseMatrix x = DenseState.matrix(flip, binding, rho.n);
      DenseMatrix one = between(x, between(projector(reset.qubit(), 1, rho.n), rho));
      follow(between(projector(reset.qubit(), 0, rho.n), rho).plus(one), bits, rest);
    } else if (step instanceof Conditional conditional) {
      boolean holds = conditional.condition().holds(bit -> (bits >> bit & 1) != 0);
      rest.addAll(0, holds ? conditional.then() : conditional.otherwise());
      follow(rho, bits, rest);
    } else {
      follow(rho, bits, rest);
    }
  }

  private void measure(Measure measure, DenseMatrix rho, long bits, List<Instruction> rest) {
    String register =
        circuit.registers().stream()
            .filter(r -> measure.bit() >= r.offset() && measure.bit() < r.offset() + r.width())
            .findFirst()
            .orElseThrow()
            .name();
    ReadoutError error = model.readout().of(measure.qubit(), register);
    long bit = 1L << measure.bit();
    for (int outcome = 0; outcome < 2; outcome++) {
      DenseMatrix kept = between(projector(measure.qubit(), outcome, rho.n), rho);
      double wrong = outcome == 0 ? error.oneGivenZero() : error.zeroGivenOne();
      long right = outcome == 0 ? bits & ~bit : bits | bit;
      follow(kept.times(1 - wrong, 0), right, rest);
      follow(kept.times(wrong, 0), right ^ bit, rest);
    }
  }

  private DenseMatrix disturbed(GateCall call, DenseMatrix rho) {
    DenseMatrix noisy = rho;
    for (NoiseRule rule : model.rules()) {
      for (List<Integer> site : sites(rule, call)) {
        for (List<DenseMatrix> kraus : DenseChannels.of(rule.channel())) {
          DenseMatrix sum = new DenseMatrix(rho.n);
          for (DenseMatrix k : kraus) {
            sum = sum.plus(between(DenseState.expand(k, site, rho.n), noisy));
          }
          noisy = sum;
        }
      }
    }
    return noisy;
  }

  private static List<List<Integer>> sites(NoiseRule rule, GateCall call) {
    String name = "c".repeat(call.controls()) + call.gate().text();
    List<Integer> on = call.qubits();
    boolean isMeant =
        rule.scope().gate().stream().allMatch(name::equals)
            && rule.scope().qubits().stream().allMatch(on::equals)
            && rule.scope().arity().stream().allMatch(n -> n == on.size());
    if (!isMeant) {
      return List.of();
    } else if (!rule.operands().isEmpty()) {
      return List.of(rule.operands().stream().map(on::get).toList());
    } else if (rule.channel().qubits() == 2) {
      return on.size() == 2 ? List.of(on) : List.of();
    }
    return on.stream().map(List::of).toList();
  }

  private static DenseMatrix projector(int qubit, int outcome, int size) {
    DenseMatrix projector = new DenseMatrix(size);
    for (int i = 0; i < size; i++) {
      projector.re[i][i] = (i >> qubit & 1) == outcome ? 1 : 0;
    }
    return projector;
  }

  /** MρM†. */
  private static DenseMatrix between(DenseMatrix m, DenseMatrix rho) {
    return m.times(rho).times(m.adjoint());
  }
}
