package io.qhyper.qasm;

import io.qhyper.circuit.Barrier;
import io.qhyper.circuit.Circuit;
import io.qhyper.circuit.ClassicalRegister;
import io.qhyper.circuit.Condition;
import io.qhyper.circuit.Conditional;
import io.qhyper.circuit.Delay;
import io.qhyper.circuit.Gate;
import io.qhyper.circuit.GateCall;
import io.qhyper.circuit.GateDefinition;
import io.qhyper.circuit.GateName;
import io.qhyper.circuit.Instruction;
import io.qhyper.circuit.Measure;
import io.qhyper.circuit.Parameter;
import io.qhyper.circuit.QubitLabels;
import io.qhyper.circuit.Reset;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/**
 * Prints circuits as OpenQASM 3.0.
 *
 * <p>Open parameters become {@code input float[64]} declarations; bind the circuit first for a text
 * with numbers only. Physical qubits are written {@code $n} and need no declaration. Gates that
 * {@code stdgates.inc} lacks are defined in the text, under their standard names.
 */
public final class Qasm3Writer {
  private final Circuit circuit;
  private final ProgramText names;
  private final StringBuilder out = new StringBuilder();

  private Qasm3Writer(Circuit circuit) {
    this.circuit = circuit;
    this.names = new ProgramText(circuit);
  }

  /**
   * The text of a circuit, one statement a line.
   *
   * @throws IllegalArgumentException if a name is a reserved word, that of a library gate, or
   *     stands for two things
   */
  public static String write(Circuit circuit) {
    Qasm3Writer writer = new Qasm3Writer(circuit);
    writer.declarations();
    circuit.instructions().forEach(step -> writer.step(step, ""));
    return writer.out.toString();
  }

  private void declarations() {
    line("OPENQASM 3.0;");
    line("include \"stdgates.inc\";");
    DeclaredNames declared = new DeclaredNames(ReservedWords.VERSION_3, GateTable.stdgates());
    for (Parameter parameter : circuit.parameters()) {
      declared.add("parameter", parameter.name());
      line("input float[64] " + parameter + ";");
    }
    for (Gate gate : CalledGates.calledBy(circuit)) {
      if (gate instanceof GateDefinition definition) {
        declared.add(definition);
        line(ProgramText.definition(definition, Qasm3Writer::call));
      } else if (!LibraryGates.inStdgates((GateName) gate)) {
        declared.add("gate", gate.text());
        LibraryGates.definition((GateName) gate).ifPresent(this::line);
      }
    }
    if (circuit.labels() == QubitLabels.VIRTUAL && circuit.qubits() > 0) {
      line("qubit[" + circuit.qubits() + "] " + names.qubitRegister() + ";");
    }
    for (ClassicalRegister register : circuit.registers()) {
      declared.add("register", register.name());
      line("bit[" + register.width() + "] " + register.name() + ";");
    }
  }

  private void line(String text) {
    out.append(text).append('\n');
  }

  private void step(Instruction step, String indent) {
    out.append(indent);
    if (step instanceof GateCall call) {
      line(call(call, names::qubit) + ";");
    } else if (step instanceof Measure measure) {
      line(names.bit(measure.bit()) + " = measure " + names.qubit(measure.qubit()) + ";");
    } else if (step instanceof Barrier barrier) {
      line("barrier " + qubits(barrier) + ";");
    } else if (step instanceof Reset reset) {
      line("reset " + names.qubit(reset.qubit()) + ";");
    } else if (step instanceof Delay delay) {
      String duration = Decimals.printShort(delay.duration()) + delay.unit().text();
      line("delay[" + duration + "] " + names.qubit(delay.qubit()) + ";");
    } else {
      conditional((Conditional) step, indent);
    }
  }

  private String qubits(Instruction step) {
    return step.qubits().stream().map(names::qubit).collect(Collectors.joining(", "));
  }

  private static String call(GateCall call, IntFunction<String> qubitName) {
    String modifier =
        switch (call.controls()) {
          case 0 -> "";
          case 1 -> "ctrl @ ";
          default -> "ctrl(" + call.controls() + ") @ ";
        };
    return modifier + ProgramText.call(call.gate().text(), call, qubitName);
  }

  private void conditional(Conditional conditional, String indent) {
    line("if (" + condition(conditional.condition()) + ") {");
    block(conditional.then(), indent);
    if (!conditional.otherwise().isEmpty()) {
      line(indent + "} else {");
      block(conditional.otherwise(), indent);
    }
    line(indent + "}");
  }

  private void block(List<Instruction> steps, String indent) {
    steps.forEach(step -> step(step, indent + "  "));
  }

  private String condition(Condition condition) {
    if (condition instanceof Condition.Bit bit) {
      return names.bit(bit.bit()) + " == 1";
    } else if (condition instanceof Condition.RegisterEquals equals) {
      return equals.register().name() + " == " + equals.value();
    } else if (condition instanceof Condition.Not not) {
      return "!(" + condition(not.condition()) + ")";
    } else if (condition instanceof Condition.And and) {
      return "(" + condition(and.left()) + ") && (" + condition(and.right()) + ")";
    }
    Condition.Or or = (Condition.Or) condition;
    return "(" + condition(or.left()) + ") || (" + condition(or.right()) + ")";
  }
}
