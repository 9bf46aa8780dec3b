package io.qhyper.compile;

import io.qhyper.circuit.Angle;
import io.qhyper.circuit.Conditional;
import io.qhyper.circuit.GateCall;
import io.qhyper.circuit.GateName;
import io.qhyper.circuit.Instruction;
import io.qhyper.circuit.Measure;
import io.qhyper.circuit.Reset;
import io.qhyper.compile.SingleQubitRun.Element;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Merges the one-qubit gates between two others into at most rz, sx, rz, sx, rz, moves rz on
 * through what commutes with it, and drops it before measurements and on |0⟩.
 *
 * <p>An rz passes cz and rzz as it is. It passes an ecr on the qubit named first with its sign
 * changed; there only constants pass, so that parameters keep their sign.
 */
final class Merging {
  private final Couplings couplings;
  private final SingleQubitRun[] pending;
  private final boolean[] isZero;
  private final List<Instruction> out = new ArrayList<>();

  private Merging(Couplings couplings, int qubits) {
    this.couplings = couplings;
    this.pending = new SingleQubitRun[qubits];
    this.isZero = new boolean[qubits];
    for (int qubit = 0; qubit < qubits; qubit++) {
      pending[qubit] = new SingleQubitRun();
    }
  }

  /** The merged steps of a whole program, which starts in |0…0⟩. */
  static List<Instruction> ofProgram(List<Instruction> steps, int qubits, Couplings couplings) {
    Merging merging = new Merging(couplings, qubits);
    Arrays.fill(merging.isZero, true);
    // What is pending at the end acts on qubits that nothing looks at any more.
    steps.forEach(merging::visit);
    return merging.out;
  }

  private static List<Instruction> ofBranch(
      List<Instruction> steps, int qubits, Couplings couplings) {
    Merging merging = new Merging(couplings, qubits);
    steps.forEach(merging::visit);
    for (int qubit = 0; qubit < qubits; qubit++) {
      merging.flush(qubit);
    }
    return merging.out;
  }

  private void visit(Instruction step) {
    if (step instanceof GateCall call) {
      gate(call);
    } else if (step instanceof Measure measure) {
      pulses(measure.qubit()); // the rz behind them is a phase of each outcome
      isZero[measure.qubit()] = false;
      out.add(step);
    } else if (step instanceof Conditional conditional) {
      flush(step.qubits());
      List<Instruction> then = ofBranch(conditional.then(), pending.length, couplings);
      List<Instruction> otherwise = ofBranch(conditional.otherwise(), pending.length, couplings);
      if (!then.isEmpty() || !otherwise.isEmpty()) {
        out.add(new Conditional(conditional.condition(), then, otherwise));
      }
    } else {
      flush(step.qubits());
      out.add(step);
      if (step instanceof Reset reset) {
        isZero[reset.qubit()] = true;
      }
    }
  }

  private void gate(GateCall call) {
    if (call.qubits().size() == 1 && call.controlQubits().isEmpty()) {
      pending[call.qubits().get(0)].append(call);
      return;
    }
    switch (call.standard()) {
      case GPHASE -> {}
      case CZ, RZZ -> {
        call.qubits().forEach(qubit -> pending[qubit] = rest(pulses(qubit)));
        out.add(call);
        call.qubits().forEach(qubit -> isZero[qubit] = false);
      }
      case ECR -> {
        int first = call.qubits().get(0);
        Angle after = pulses(first);
        flush(call.qubits().get(1));
        if (after.isConstant()) {
          pending[first] = rest(after.negated());
        } else {
          emit(new Element(GateName.RZ, after), first);
        }
        out.add(call);
        call.qubits().forEach(qubit -> isZero[qubit] = false);
      }
      default -> throw new IllegalStateException("not lowered: " + call);
    }
  }

  private static SingleQubitRun rest(Angle angle) {
    SingleQubitRun run = new SingleQubitRun();
    run.rz(angle);
    return run;
  }

  private void flush(List<Integer> qubits) {
    qubits.forEach(this::flush);
  }

  /** Emits all that is pending on a qubit. */
  private void flush(int qubit) {
    emit(new Element(GateName.RZ, pulses(qubit)), qubit);
    isZero[qubit] = false;
  }

  /** Emits what is pending on a qubit, but gives back the angle of the rz at its end. */
  private Angle pulses(int qubit) {
    List<Element> elements = pending[qubit].elements(couplings.pulses(qubit));
    pending[qubit] = new SingleQubitRun();
    int last = elements.size() - 1;
    for (int i = 0; i < last; i++) {
      emit(elements.get(i), qubit);
    }
    return elements.get(last).angle();
  }

  private void emit(Element element, int qubit) {
    if (!element.isRz()) {
      isZero[qubit] = false;
    } else if (isZero[qubit] || isTrivial(element.angle())) {
      return;
    }
    out.add(normalised(element).on(qubit));
  }

  private static boolean isTrivial(Angle angle) {
    return angle.isConstant()
        && Math.abs(Math.IEEEremainder(angle.constant(), 2 * Math.PI)) < Quaternion.TOLERANCE;
  }

  /** The constant brought into −π…π, which changes at most the global phase. */
  private static Element normalised(Element element) {
    Angle angle = element.angle();
    double constant = Math.IEEEremainder(angle.constant(), 2 * Math.PI);
    if (Math.abs(constant) < Quaternion.TOLERANCE) {
      constant = 0;
    }
    return new Element(element.gate(), new Angle(constant, angle.terms()));
  }
}
