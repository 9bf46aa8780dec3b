package io.qhyper.sim.fused;

import java.util.ArrayList;
import java.util.List;

/**
 * Merges the gates of a program: gates on one qubit into one 2×2 matrix, up to the next gate that
 * names this qubit and others; those that come first on their qubit into the state that the program
 * begins with. Controlled gates with a control that is still |0⟩ do nothing and are left out.
 *
 * <p>Runs of phases need no merging here: {@link Block} keeps them as one pending factor per row.
 * Larger dense groups do not pay: without CX, which is free, they would take as many
 * multiplications as their parts.
 */
final class Fuser {
  private final List<List<Integer>> start = new ArrayList<>();
  private final List<List<Integer>> open = new ArrayList<>();
  private final List<FusedOp> ops = new ArrayList<>();
  private int touched; // qubits that may have left the product state

  private Fuser(int qubits, Beginning beginning) {
    for (int qubit = 0; qubit < qubits; qubit++) {
      start.add(new ArrayList<>());
      open.add(new ArrayList<>());
    }
    touched = beginning == Beginning.ZEROS ? 0 : -1;
  }

  /** A merged program: what each qubit of |0…0⟩ goes through first, then the rest. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Result(int[][] start, List<FusedOp> ops) {}

  static Result fuse(int qubits, List<GateShape> gates, Beginning beginning) {
    Fuser fuser = new Fuser(qubits, beginning);
    for (int i = 0; i < gates.size(); i++) {
      fuser.add(gates.get(i), i);
    }
    for (int qubit = 0; qubit < qubits; qubit++) {
      fuser.close(qubit);
    }
    int[][] start = fuser.start.stream().map(Fuser::array).toArray(int[][]::new);
    return new Result(start, fuser.ops);
  }

  private void add(GateShape gate, int index) {
    if (gate.width() == 1 && gate.targets().length == 1) {
      int qubit = gate.targets()[0];
      (isFresh(qubit) ? start : open).get(qubit).add(index);
      return;
    }
    for (int control : gate.controls()) {
      if (isFresh(control) && start.get(control).isEmpty()) {
        return;
      }
    }
    close(gate.controls());
    close(gate.targets());
    touched |= gate.mask();
    ops.add(
        new FusedOp(Action.of(gate.name()), gate.controls(), gate.targets(), new int[] {index}));
  }

  private boolean isFresh(int qubit) {
    return (touched >> qubit & 1) == 0;
  }

  private void close(int... qubits) {
    for (int qubit : qubits) {
      List<Integer> chain = open.get(qubit);
      if (!chain.isEmpty()) {
        ops.add(new FusedOp(Action.PAIR, new int[0], new int[] {qubit}, array(chain)));
        chain.clear();
      }
    }
  }

  private static int[] array(List<Integer> list) {
    return list.stream().mapToInt(Integer::intValue).toArray();
  }
}
