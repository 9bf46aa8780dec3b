package io.qhyper.sim;

import io.qhyper.sim.BasicGate.Coupling;
import io.qhyper.sim.BasicGate.Flip;
import io.qhyper.sim.BasicGate.Pair;
import io.qhyper.sim.line.BondCut;
import io.qhyper.sim.line.Chain;
import io.qhyper.sim.line.LineOp;
import io.qhyper.sim.line.Settings;
import io.qhyper.sim.line.Slopes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** A terminal plan laid out on a line and cut in two; immutable. */
final class LinePlan {
  private final int[] positions; // of each compact qubit, where it ends
  private final int length;
  private final List<LineOp> ops = new ArrayList<>();
  private final List<TurnFactors> turns = new ArrayList<>();
  private final List<Coupling> couplings = new ArrayList<>();
  private final CutChoice choice;
  private final Settings constants;
  private final BitSet[] turnsOf; // for each parameter, the turns that depend on it

  /**
   * The layout of a plan.
   *
   * @throws UnsupportedProgramException if a gate acts on three or more qubits
   */
  LinePlan(Plan plan) {
    MergedCircuit merged = MergedCircuit.of(plan.qubits(), BasicGates.of(plan.prefix()));
    this.length = plan.qubits();
    int[] order = LineOrder.of(merged.neighbours(), keys(plan, merged));
    int[] places = new int[length];
    for (int position = 0; position < length; position++) {
      places[order[position]] = position;
    }
    this.positions = new int[length];
    for (int qubit = 0; qubit < length; qubit++) {
      positions[qubit] = places[merged.end(qubit)];
    }
    merged.steps().forEach(step -> add(step, places));
    this.choice = CutChoice.cheapest(crossings(), ops.size());
    this.constants = constants();
    this.turnsOf = new BitSet[plan.parameters().size()];
    Arrays.setAll(turnsOf, parameter -> new BitSet());
    for (int slot = 0; slot < turns.size(); slot++) {
      for (int parameter : turns.get(slot).parameters()) {
        turnsOf[parameter].set(slot);
      }
    }
  }

  /** The lowest classical bit that shows a qubit; those that none shows come last. */
  private static int[] keys(Plan plan, MergedCircuit merged) {
    int[] keys = new int[plan.qubits()];
    for (int qubit = 0; qubit < keys.length; qubit++) {
      keys[merged.end(qubit)] = plan.bits() + qubit;
    }
    for (Readout readout : plan.readouts()) {
      int end = merged.end(readout.qubit());
      keys[end] = Math.min(keys[end], readout.bit());
    }
    return keys;
  }

  private void add(MergedCircuit.Step step, int[] places) {
    if (step instanceof MergedCircuit.Turn turn) {
      ops.add(new LineOp.Turn(places[turn.qubit()], turns.size()));
      turns.add(new TurnFactors(turn.factors()));
    } else if (step instanceof MergedCircuit.Joint joint) {
      Pair pair = joint.pair();
      int first = places[pair.first()];
      int second = places[pair.second()];
      if (pair instanceof Flip) {
        ops.add(new LineOp.Flip(first, second));
      } else if (pair instanceof Coupling coupling) {
        ops.add(new LineOp.Coupling(first, second, couplings.size()));
        couplings.add(coupling);
      } else {
        ops.add(new LineOp.Sign(first, second));
      }
    }
  }

  private int[] crossings() {
    int[] crossings = new int[length + 1];
    for (LineOp op : ops) {
      if (op instanceof LineOp.Pair pair) {
        int low = Math.min(pair.first(), pair.second());
        int high = Math.max(pair.first(), pair.second());
        for (int cut = low + 1; cut <= high; cut++) {
          crossings[cut]++;
        }
      }
    }
    return crossings;
  }

  /** The numbers that no row changes. */
  private Settings constants() {
    Settings settings = Settings.zero(turns.size(), couplings.size());
    for (int slot = 0; slot < turns.size(); slot++) {
      if (turns.get(slot).isConstant()) {
        turns.get(slot).fill(new double[0], settings.turns(), slot);
      }
    }
    return settings;
  }

  /** The cut and what it costs. */
  CutChoice choice() {
    return choice;
  }

  /** The position of each compact qubit at the end of the program. */
  int[] positions() {
    return positions.clone();
  }

  /** The halves. */
  BondCut cut() {
    return new BondCut(length, ops, choice.cut());
  }

  /** Many short pieces of the line; empty if they would not be small. */
  Optional<Chain> chain() {
    return Chain.of(length, ops);
  }

  /** The numbers of one row. */
  Settings settings(double[] row) {
    Settings settings = constants.copy();
    for (int slot = 0; slot < turns.size(); slot++) {
      if (!turns.get(slot).isConstant()) {
        turns.get(slot).fill(row, settings.turns(), slot);
      }
    }
    fillCouplings(row, settings);
    return settings;
  }

  /**
   * The numbers of a row that differs from another one in few values.
   *
   * @param known the numbers of the other row
   */
  Settings settings(double[] row, double[] other, Settings known) {
    Settings settings = known.copy();
    BitSet changed = new BitSet();
    int length = row.length;
    int from = 0;
    int next = Arrays.mismatch(row, other);
    while (next >= 0) {
      changed.or(turnsOf[from + next]);
      from += next + 1;
      next = Arrays.mismatch(row, from, length, other, from, length);
    }
    for (int slot = changed.nextSetBit(0); slot >= 0; slot = changed.nextSetBit(slot + 1)) {
      turns.get(slot).fill(row, settings.turns(), slot);
    }
    fillCouplings(row, settings);
    return settings;
  }

  private void fillCouplings(double[] row, Settings settings) {
    for (int slot = 0; slot < couplings.size(); slot++) {
      double angle = couplings.get(slot).angle().value(row);
      settings.couplings()[slot * Settings.COUPLING] = Math.cos(angle / 2);
      settings.couplings()[slot * Settings.COUPLING + 1] = Math.sin(angle / 2);
    }
  }

  /** The gradient by the row. */
  double[] gradient(double[] row, Slopes slopes) {
    double[] gradient = new double[row.length];
    for (int slot = 0; slot < turns.size(); slot++) {
      turns.get(slot).chain(row, slopes.turns(), slot, gradient);
    }
    for (int slot = 0; slot < couplings.size(); slot++) {
      couplings.get(slot).angle().chain(slopes.couplings()[slot], gradient);
    }
    return gradient;
  }
}
