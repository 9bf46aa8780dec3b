package io.qhyper.sim;

import io.qhyper.sim.BasicGate.Coupling;
import io.qhyper.sim.BasicGate.Fixed;
import io.qhyper.sim.BasicGate.Flip;
import io.qhyper.sim.BasicGate.Pair;
import io.qhyper.sim.BasicGate.Rotation;
import io.qhyper.sim.BasicGate.Single;
import io.qhyper.sim.BasicGate.Swap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A circuit as turns of single qubits between pairs, without what changes nothing that is measured
 * at its end: gates controlled by a qubit that is still |0⟩, phases of such a qubit, and phases
 * with nothing but phases after them. SWAPs have become other names.
 */
final class MergedCircuit {
  /** A step: a turn or a pair. */
  sealed interface Step {}

  /** All gates on one qubit since its last pair, in order. */
  record Turn(int qubit, List<Single> factors) implements Step {}

  /** A gate on two qubits. */
  record Joint(Pair pair) implements Step {}

  private final List<List<Single>> pending;
  private final BitSet awake = new BitSet(); // qubits that may have left |0⟩
  private final int[] name; // the qubit that now holds what the program calls so
  private final List<Step> steps = new ArrayList<>();

  private MergedCircuit(int qubits) {
    this.pending = new ArrayList<>(Collections.nCopies(qubits, List.of()));
    this.name = IntStream.range(0, qubits).toArray();
  }

  /** The circuit of a number of qubits. */
  static MergedCircuit of(int qubits, List<BasicGate> gates) {
    MergedCircuit merged = new MergedCircuit(qubits);
    gates.forEach(merged::add);
    for (int qubit = 0; qubit < qubits; qubit++) {
      merged.flush(qubit);
    }
    merged.trim();
    return merged;
  }

  /** The steps in order. */
  List<Step> steps() {
    return Collections.unmodifiableList(steps);
  }

  /** The qubit at which the program's qubit ends. */
  int end(int qubit) {
    return name[qubit];
  }

  private void add(BasicGate gate) {
    if (gate instanceof Rotation rotation) {
      addSingle(new Rotation(name[rotation.qubit()], rotation.axis(), rotation.angle()));
    } else if (gate instanceof Fixed fixed) {
      addSingle(new Fixed(name[fixed.qubit()], fixed.matrix()));
    } else if (gate instanceof Swap swap) {
      int kept = name[swap.first()];
      name[swap.first()] = name[swap.second()];
      name[swap.second()] = kept;
    } else if (gate instanceof Pair pair) {
      addPair(pair, name[pair.first()], name[pair.second()]);
    }
  }

  private static boolean isDiagonal(Single gate) {
    return gate instanceof Rotation rotation
        ? rotation.axis() == Axis.Z
        : gate instanceof Fixed fixed && fixed.isDiagonal();
  }

  private void addSingle(Single gate) {
    int qubit = gate.qubit();
    if (!awake.get(qubit) && isDiagonal(gate)) {
      return;
    }
    awake.set(qubit);
    if (pending.get(qubit).isEmpty()) {
      pending.set(qubit, new ArrayList<>());
    }
    pending.get(qubit).add(gate);
  }

  private void addPair(Pair pair, int first, int second) {
    if (pair instanceof Flip) {
      if (awake.get(first)) {
        join(new Flip(first, second));
      }
    } else if (pair instanceof Coupling coupling) {
      if (awake.get(first) && awake.get(second)) {
        join(new Coupling(first, second, coupling.angle()));
      } else {
        // Z of the other is 1; if this one is |0⟩ too it drops out.
        int moved = awake.get(first) ? first : second;
        addSingle(new Rotation(moved, Axis.Z, coupling.angle()));
      }
    } else if (awake.get(first) && awake.get(second)) {
      join(new BasicGate.Sign(first, second));
    }
  }

  private void join(Pair pair) {
    flush(pair.first());
    flush(pair.second());
    awake.set(pair.first());
    awake.set(pair.second());
    steps.add(new Joint(pair));
  }

  private void flush(int qubit) {
    if (!pending.get(qubit).isEmpty()) {
      steps.add(new Turn(qubit, pending.get(qubit)));
      pending.set(qubit, List.of());
    }
  }

  /** Takes away phases that only phases follow. */
  private void trim() {
    boolean[] moved = new boolean[name.length]; // by something later that is no phase
    List<Step> kept = new ArrayList<>();
    for (int i = steps.size() - 1; i >= 0; i--) {
      Step step = steps.get(i);
      if (step instanceof Turn turn) {
        List<Single> factors = new ArrayList<>(turn.factors());
        while (!moved[turn.qubit()]
            && !factors.isEmpty()
            && isDiagonal(factors.get(factors.size() - 1))) {
          factors.remove(factors.size() - 1);
        }
        if (!factors.isEmpty()) {
          moved[turn.qubit()] = true;
          kept.add(new Turn(turn.qubit(), List.copyOf(factors)));
        }
      } else if (step instanceof Joint joint) {
        Pair pair = joint.pair();
        if (pair instanceof Flip) {
          moved[pair.second()] = true;
          kept.add(step);
        } else if (moved[pair.first()] || moved[pair.second()]) {
          kept.add(step);
        }
      }
    }
    steps.clear();
    steps.addAll(kept);
    Collections.reverse(steps);
  }

  /** The pairs of qubits that steps join, as lists of neighbours in ascending order. */
  int[][] neighbours() {
    BitSet[] sets = new BitSet[name.length];
    Arrays.setAll(sets, qubit -> new BitSet());
    for (Step step : steps) {
      if (step instanceof Joint joint) {
        sets[joint.pair().first()].set(joint.pair().second());
        sets[joint.pair().second()].set(joint.pair().first());
      }
    }
    return Arrays.stream(sets).map(set -> set.stream().toArray()).toArray(int[][]::new);
  }
}
