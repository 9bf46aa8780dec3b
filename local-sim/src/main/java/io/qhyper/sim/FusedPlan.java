package io.qhyper.sim;

import io.qhyper.circuit.Unitary;
import io.qhyper.sim.fused.Beginning;
import io.qhyper.sim.fused.FusedCircuit;
import io.qhyper.sim.fused.FusedState;
import io.qhyper.sim.fused.GateShape;
import io.qhyper.sim.fused.Shape;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The merged gates of a plan: of its prefix, and of each run of gates in its tail. */
final class FusedPlan {
  /** From here on a pass over the state is long enough to be shared among threads. */
  private static final int PARALLEL_QUBITS = 20;

  private final Plan plan;
  private final int threads;
  private volatile Compiled compiled;

  /**
   * The merged form of a plan.
   *
   * @param threads how many may share the work on a large state
   */
  FusedPlan(Plan plan, int threads) {
    this.plan = plan;
    this.threads = threads;
  }

  /** A run of gates in the tail, up to a measurement, a branch or where a branch arrives. */
  private record Run(List<PlannedGate> gates, FusedCircuit circuit) {}

  private record Compiled(FusedCircuit prefix, Map<Integer, Run> runs) {}

  /** The state after the prefix. */
  FusedState prefix(double[] row) {
    return prefix(row, plan.qubits() < PARALLEL_QUBITS ? 1 : threads);
  }

  /** The state after the prefix, computed by so many threads; it does not depend on them. */
  FusedState prefix(double[] row, int threads) {
    ReferenceEngine.checkNotInterrupted();
    return compiled().prefix().run(matrices(plan.prefix(), row), threads);
  }

  /**
   * Adds the derivatives of ⟨ket|C|ket⟩ by the row to a gradient.
   *
   * @param bra C·ket, for the state that {@link #prefix(double[])} makes of the row; is spoilt
   * @param ket that state; is spoilt
   */
  void addSlopes(FusedState bra, FusedState ket, double[] row, double[] gradient) {
    List<PlannedGate> gates = plan.prefix();
    BitSet wanted = new BitSet();
    for (int i = 0; i < gates.size(); i++) {
      wanted.set(i, gates.get(i).isParametrised());
    }
    compiled()
        .prefix()
        .back(
            bra,
            ket,
            matrices(gates, row),
            wanted,
            (gate, transition) -> gates.get(gate).addSlopes(transition, row, gradient));
  }

  /** What applies the gates of the tail. */
  TailGates<FusedState> tail(double[] row) {
    Map<Integer, Run> runs = compiled().runs();
    return (position, state) -> {
      Run run = runs.get(position);
      run.circuit().apply(state, matrices(run.gates(), row));
      return run.gates().size();
    };
  }

  private static Unitary[] matrices(List<PlannedGate> gates, double[] row) {
    return gates.stream().map(gate -> gate.matrix(row)).toArray(Unitary[]::new);
  }

  private Compiled compiled() {
    Compiled ready = compiled;
    if (ready == null) {
      synchronized (this) {
        if (compiled == null) {
          compiled = compile();
        }
        ready = compiled;
      }
    }
    return ready;
  }

  private Compiled compile() {
    Shape shape = Shape.of(plan.qubits(), StateVectorEngine.widest(plan));
    FusedCircuit prefix = FusedCircuit.of(shape, shapes(plan.prefix()), Beginning.ZEROS);
    Set<Integer> arrivals = arrivals();
    Map<Integer, Run> runs = new HashMap<>();
    List<PlannedGate> run = new ArrayList<>();
    for (int i = 0; i <= plan.tail().size(); i++) {
      boolean isGate = i < plan.tail().size() && plan.tail().get(i) instanceof TailStep.Apply;
      if (!run.isEmpty() && (!isGate || arrivals.contains(i))) {
        List<PlannedGate> gates = List.copyOf(run);
        runs.put(
            i - gates.size(), new Run(gates, FusedCircuit.of(shape, shapes(gates), Beginning.ANY)));
        run.clear();
      }
      if (isGate) {
        run.add(((TailStep.Apply) plan.tail().get(i)).gate());
      }
    }
    return new Compiled(prefix, runs);
  }

  /** Positions of the tail at which a jump arrives. */
  private Set<Integer> arrivals() {
    Set<Integer> arrivals = new HashSet<>();
    for (int i = 0; i < plan.tail().size(); i++) {
      if (plan.tail().get(i) instanceof TailStep.SkipUnless skip) {
        arrivals.add(i + 1 + skip.steps());
      } else if (plan.tail().get(i) instanceof TailStep.Skip skip) {
        arrivals.add(i + 1 + skip.steps());
      }
    }
    return arrivals;
  }

  private static List<GateShape> shapes(List<PlannedGate> gates) {
    return gates.stream().map(PlannedGate::shape).toList();
  }
}
