package io.qhyper.qasm;

import io.qhyper.circuit.Angle;
import io.qhyper.circuit.Gate;
import io.qhyper.circuit.GateCall;
import io.qhyper.circuit.GateName;
import java.util.List;
import java.util.stream.IntStream;

/** What the name of a gate stands for. */
sealed interface Callable {
  int angleCount();

  int qubitCount();

  /** The calls that it makes on qubits 0 … n−1. */
  List<GateCall> calls(List<Angle> angles, Statement.GateUse use, GateBodies bodies);

  /** A standard gate or a definition. */
  record Known(Gate gate) implements Callable {
    @Override
    public int angleCount() {
      return gate.angleCount();
    }

    @Override
    public int qubitCount() {
      return gate.qubitCount();
    }

    @Override
    public List<GateCall> calls(List<Angle> angles, Statement.GateUse use, GateBodies bodies) {
      return List.of(
          new GateCall(gate, 0, angles, IntStream.range(0, qubitCount()).boxed().toList()));
    }
  }

  /** {@code u0(length)}: waits, which is nothing to a circuit. */
  record Idle() implements Callable {
    @Override
    public int angleCount() {
      return 1;
    }

    @Override
    public int qubitCount() {
      return 1;
    }

    @Override
    public List<GateCall> calls(List<Angle> angles, Statement.GateUse use, GateBodies bodies) {
      return List.of(GateCall.of(GateName.ID, List.of(), 0));
    }
  }

  /**
   * A definition whose angles are not affine in its parameters: its text, read anew for the numbers
   * of every call.
   *
   * @param scope the scope that it was defined in
   * @param order how many gates were defined before it: its body sees those only
   */
  record Template(Statement.GateText text, Scope scope, int order) implements Callable {
    @Override
    public int angleCount() {
      return text.angles().size();
    }

    @Override
    public int qubitCount() {
      return text.wires().size();
    }

    @Override
    public List<GateCall> calls(List<Angle> angles, Statement.GateUse use, GateBodies bodies) {
      for (int i = 0; i < angles.size(); i++) {
        if (!angles.get(i).isConstant()) {
          throw new SymbolicAngleException(
              use.angles().get(i).span(),
              "gate '"
                  + text.name().text()
                  + "' does more than add parameters up: it needs numbers here, but this depends on '"
                  + angles.get(i).terms().get(0).parameter()
                  + "'");
        }
      }
      return bodies.expand(this, angles, use.span());
    }
  }
}
