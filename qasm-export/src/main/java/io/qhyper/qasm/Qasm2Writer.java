package io.qhyper.qasm;

import io.qhyper.circuit.Barrier;
import io.qhyper.circuit.Circuit;
import io.qhyper.circuit.ClassicalRegister;
import io.qhyper.circuit.Condition;
import io.qhyper.circuit.Conditional;
import io.qhyper.circuit.Gate;
import io.qhyper.circuit.GateCall;
import io.qhyper.circuit.GateDefinition;
import io.qhyper.circuit.GateName;
import io.qhyper.circuit.Instruction;
import io.qhyper.circuit.Measure;
import io.qhyper.circuit.Reset;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/**
 * Prints circuits as OpenQASM 2.0 over {@code qelib1.inc}.
 *
 * <p>Version 2 has no inputs, so the circuit must be bound. Physical qubits become positions in one
 * register {@code q} that is wide enough. A global phase is left out: nothing in version 2 can tell
 * it. What version 2 cannot say (delays, extra controls, conditions on single bits, {@code else})
 * is refused.
 */
public final class Qasm2Writer {
  private final Circuit circuit;
  private final ProgramText names;
  private final StringBuilder out = new StringBuilder();

  private Qasm2Writer(Circuit circuit) {
    this.circuit = circuit;
    this.names = new ProgramText(circuit);
  }

  /**
   * The text of a bound circuit, one statement a line.
   *
   * @throws IllegalArgumentException if parameters are open, a name is reserved, that of a library
   *     gate or stands for two things, or version 2 cannot express a step
   */
  public static String write(Circuit circuit) {
    if (!circuit.parameters().isEmpty()) {
      throw new IllegalArgumentException(
          "OpenQASM 2 has no inputs: bind the parameters " + circuit.parameters() + " first");
    }
    Qasm2Writer writer = new Qasm2Writer(circuit);
    writer.declarations();
    circuit.instructions().forEach(step -> writer.step(step, ""));
    return writer.out.toString();
  }

  private void declarations() {
    line("OPENQASM 2.0;");
    line("include \"qelib1.inc\";");
    DeclaredNames declared = new DeclaredNames(ReservedWords.VERSION_2, GateTable.qelib1());
    for (Gate gate : CalledGates.calledBy(circuit)) {
      if (gate instanceof GateDefinition definition) {
        if (!Definitions.isInQelib1(definition)) {
          declared.add(definition);
          line(ProgramText.definition(withoutPhases(definition), Qasm2Writer::call));
        }
      } else if (!LibraryGates.inQelib1((GateName) gate) && gate != GateName.GPHASE) {
        declared.add("gate", gate.text());
        LibraryGates.definition((GateName) gate).ifPresent(this::line);
      }
    }
    if (circuit.qubits() > 0) {
      line("qreg " + names.qubitRegister() + "[" + circuit.qubits() + "];");
    }
    for (ClassicalRegister register : circuit.registers()) {
      declared.add("register", register.name());
      line("creg " + register.name() + "[" + register.width() + "];");
    }
  }

  private void line(String text) {
    out.append(text).append('\n');
  }

  private void step(Instruction step, String prefix) {
    if (step instanceof GateCall call) {
      if (!isGlobalPhase(call)) {
        line(prefix + call(call, names::registerQubit) + ";");
      }
    } else if (step instanceof Measure measure) {
      String qubit = names.registerQubit(measure.qubit());
      line(prefix + "measure " + qubit + " -> " + names.bit(measure.bit()) + ";");
    } else if (step instanceof Barrier barrier && prefix.isEmpty()) {
      line(
          "barrier "
              + barrier.qubits().stream()
                  .map(names::registerQubit)
                  .collect(Collectors.joining(", "))
              + ";");
    } else if (step instanceof Reset reset) {
      line(prefix + "reset " + names.registerQubit(reset.qubit()) + ";");
    } else if (step instanceof Conditional conditional && prefix.isEmpty()) {
      conditional(conditional);
    } else {
      throw new IllegalArgumentException(
          "OpenQASM 2 cannot express " + step.getClass().getSimpleName() + " here: " + step);
    }
  }

  private static boolean isGlobalPhase(GateCall call) {
    return call.gate() == GateName.GPHASE && call.controls() == 0;
  }

  /** The definition without global phases: no call in version 2 is controlled, so none can tell. */
  private static GateDefinition withoutPhases(GateDefinition definition) {
    return new GateDefinition(
        definition.text(),
        definition.parameters(),
        definition.qubitCount(),
        definition.body().stream().filter(call -> !isGlobalPhase(call)).toList());
  }

  private static String call(GateCall call, IntFunction<String> qubitName) {
    if (call.controls() > 0) {
      throw new IllegalArgumentException(
          "OpenQASM 2 has no control modifier for " + call.gate().text());
    }
    // u1 and cu1 are in every qelib1.inc, p and cp only in later ones.
    String name =
        call.gate() == GateName.P ? "u1" : call.gate() == GateName.CP ? "cu1" : call.gate().text();
    return ProgramText.call(name, call, qubitName);
  }

  private void conditional(Conditional conditional) {
    if (!(conditional.condition() instanceof Condition.RegisterEquals equals)
        || !conditional.otherwise().isEmpty()
        || conditional.then().size() != 1) {
      throw new IllegalArgumentException(
          "OpenQASM 2 only has 'if (register == number)' before one step, got " + conditional);
    }
    String prefix = "if (" + equals.register().name() + " == " + equals.value() + ") ";
    step(conditional.then().get(0), prefix);
  }
}
