package io.qhyper.compile;

import io.qhyper.circuit.Barrier;
import io.qhyper.circuit.Circuit;
import io.qhyper.circuit.Conditional;
import io.qhyper.circuit.GateCall;
import io.qhyper.circuit.Instruction;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the noise of a circuit's entangling gates stronger without changing what it computes: each
 * gate G on two or more qubits becomes G·(G†·G)^k.
 *
 * <p>Odd scales 2k + 1 fold every gate k times and are met exactly. For others, with n gates, the
 * nearest number of gates that n·(scale − 1)/2 foldings can give is folded once more than the rest,
 * spread evenly over the circuit; the scale that is met then differs from the wanted one by at most
 * 1/n. Gates on one qubit stay as they are. Barriers between the copies keep compilers from
 * cancelling them, so this comes after optimisation. Angles keep their parameters.
 *
 * <p>Source: Giurgica-Tiron et al., Digital zero noise extrapolation, arXiv 2005.10921, section II.
 */
public final class GateFolding {
  /** What would be folded more often is noise and nothing else. */
  public static final double MOST = 99;

  /**
   * A folded circuit.
   *
   * @param circuit has the qubits, registers and parameters of the original
   * @param scale the number of its entangling gates by that of the original
   * @param entanglingGates the number of its gates on two or more qubits
   */
  public record Folded(Circuit circuit, double scale, long entanglingGates) {}

  private GateFolding() {}

  /**
   * The circuit with its entangling gates folded.
   *
   * @param scale wanted, from 1 to {@link #MOST}
   * @throws IllegalArgumentException if the scale is outside its range, the circuit has no gate on
   *     two or more qubits, or one of them stands inside an {@code if}
   */
  public static Folded fold(Circuit circuit, double scale) {
    if (!(scale >= 1 && scale <= MOST)) {
      throw new IllegalArgumentException(
          "a noise scale must be from 1 to %.0f, got %s".formatted(MOST, scale));
    }
    Circuit flat = circuit.flattened();
    long gates = flat.instructions().stream().filter(GateFolding::isEntangling).count();
    if (gates == 0) {
      throw new IllegalArgumentException(
          "the circuit has no gate on two or more qubits, so there is nothing to fold");
    }
    long foldings = Math.round(gates * (scale - 1) / 2);
    List<Instruction> steps = new ArrayList<>();
    long seen = 0;
    for (Instruction step : flat.instructions()) {
      steps.add(step);
      if (isEntangling(step)) {
        // The differences of a rounded ramp are as even as whole numbers can be.
        long times = (seen + 1) * foldings / gates - seen * foldings / gates;
        append(steps, (GateCall) step, times);
        seen++;
      } else {
        refuseEntanglingBranch(step);
      }
    }
    long folded = gates + 2 * foldings;
    return new Folded(flat.withInstructions(steps), (double) folded / gates, folded);
  }

  private static void append(List<Instruction> steps, GateCall gate, long times) {
    Barrier barrier = new Barrier(gate.qubits());
    for (long k = 0; k < times; k++) {
      steps.addAll(List.of(barrier, gate.inverse(), barrier, gate));
    }
  }

  private static boolean isEntangling(Instruction step) {
    return step instanceof GateCall && step.qubits().size() > 1;
  }

  private static void refuseEntanglingBranch(Instruction step) {
    if (step instanceof Conditional conditional
        && StepList.flat(List.of(conditional)).stream().anyMatch(GateFolding::isEntangling)) {
      throw new IllegalArgumentException(
          "entangling gates inside an if cannot be folded; found one on qubits "
              + conditional.qubits());
    }
  }
}
