package io.qhyper.backend.ibm;

import io.qhyper.circuit.Angle;
import io.qhyper.circuit.Circuit;
import io.qhyper.circuit.ClassicalRegister;
import io.qhyper.circuit.GateCall;
import io.qhyper.circuit.GateName;
import io.qhyper.circuit.Instruction;
import io.qhyper.circuit.Measure;
import io.qhyper.circuit.QubitLabels;
import io.qhyper.qasm.Qasm3Writer;
import java.util.List;

/**
 * A gate of a device that {@code stdgates.inc} lacks, so that programs define it themselves and the
 * service must match it by its name (reference, sections 4.1 and 8, point 6).
 *
 * @param gate {@code ecr} or {@code rzz}
 * @param first its first physical qubit
 * @param second its second one
 */
public record NamedGate(GateName gate, int first, int second) {
  /** Gates that a device may have and a program must define. */
  public static final List<GateName> GATES = List.of(GateName.ECR, GateName.RZZ);

  static final int BITS = 2;

  /** The number in the register. */
  static final int EXPECTED = 0b11;

  private static final Angle QUARTER = Angle.of(Math.PI / 2);

  public NamedGate {
    if (!GATES.contains(gate)) {
      throw new IllegalArgumentException("the gate must be one of " + GATES + ", got " + gate);
    }
  }

  /**
   * A program that measures {@link #EXPECTED} for certain with the gate, and a random second bit
   * without it; the gate is defined as in every program that is sent.
   */
  String program() {
    return Qasm3Writer.write(
        new Circuit(
            QubitLabels.PHYSICAL,
            Math.max(first, second) + 1,
            List.of(new ClassicalRegister(ProbeProgram.REGISTER, 0, BITS)),
            List.of(),
            gate == GateName.ECR ? echoedCrossResonance() : rotation()));
  }

  /** The gate flips its first qubit, and beside a 0 turns the second by half of an X. */
  private List<Instruction> echoedCrossResonance() {
    return List.of(GateCall.of(gate, List.of(), first, second), sx(second), bit(0), bit(1));
  }

  /** Beside a 1 the gate undoes a quarter turn between two halves of an X. */
  private List<Instruction> rotation() {
    return List.of(
        sx(first),
        sx(first),
        sx(second),
        GateCall.of(GateName.RZ, List.of(QUARTER), second),
        GateCall.of(gate, List.of(QUARTER), first, second),
        sx(second),
        bit(0),
        bit(1));
  }

  private static GateCall sx(int qubit) {
    return GateCall.of(GateName.SX, List.of(), qubit);
  }

  private Measure bit(int bit) {
    return new Measure(bit == 0 ? first : second, bit);
  }
}
