package io.qhyper.shift;

import io.qhyper.circuit.Angle;
import io.qhyper.circuit.Circuit;
import io.qhyper.circuit.Conditional;
import io.qhyper.circuit.GateCall;
import io.qhyper.circuit.Instruction;
import io.qhyper.circuit.Parameter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Turns a circuit into a program in which every input occurs once and bare. */
final class InputSplit {
  /**
   * An input of the program.
   *
   * @param angle what it stands for, in the parameters of the circuit
   * @param rule how expectations depend on it
   */
  record Input(Parameter name, Angle angle, ShiftRule rule) {}

  private final Circuit circuit;
  private final Map<Parameter, Integer> occurrences = new HashMap<>();
  private final Set<String> names = new HashSet<>();
  private final Map<Parameter, Input> bare = new HashMap<>();
  private final List<Input> split = new ArrayList<>();
  private final List<Instruction> steps = new ArrayList<>();

  private InputSplit(Circuit circuit) {
    this.circuit = circuit;
    circuit.parameters().forEach(parameter -> names.add(parameter.name()));
    circuit.registers().forEach(register -> names.add(register.name()));
  }

  /**
   * Splits the inputs of a circuit of standard gates.
   *
   * @throws IllegalArgumentException if a parameter occurs inside an {@code if}
   */
  static InputSplit of(Circuit circuit) {
    InputSplit result = new InputSplit(circuit);
    circuit.instructions().forEach(result::count);
    for (Instruction step : circuit.instructions()) {
      result.steps.add(step instanceof GateCall call ? result.split(call) : step);
    }
    return result;
  }

  /** Bare inputs in their order, so that a circuit without splits stays as it is; then the rest. */
  List<Input> inputs() {
    List<Input> inputs = new ArrayList<>();
    circuit.parameters().stream().filter(bare::containsKey).map(bare::get).forEach(inputs::add);
    inputs.addAll(split);
    return inputs;
  }

  Circuit program() {
    return new Circuit(
        circuit.labels(),
        circuit.qubits(),
        circuit.registers(),
        inputs().stream().map(Input::name).toList(),
        steps);
  }

  private void count(Instruction step) {
    if (step instanceof GateCall call) {
      for (Angle angle : call.angles()) {
        angle.terms().forEach(term -> occurrences.merge(term.parameter(), 1, Integer::sum));
      }
    } else if (step instanceof Conditional conditional) {
      refuseParameters(conditional.then());
      refuseParameters(conditional.otherwise());
    }
  }

  private static void refuseParameters(List<Instruction> steps) {
    for (Instruction step : steps) {
      if (step instanceof GateCall call && !call.angles().stream().allMatch(Angle::isConstant)) {
        throw new IllegalArgumentException(
            "no shift rule for parameters inside an if, got "
                + call.gate().text()
                + call.angles()
                + " on qubits "
                + call.qubits()
                + "; bind them or move the gate out");
      } else if (step instanceof Conditional conditional) {
        refuseParameters(conditional.then());
        refuseParameters(conditional.otherwise());
      }
    }
  }

  private GateCall split(GateCall call) {
    List<Angle> angles = new ArrayList<>();
    for (int i = 0; i < call.angles().size(); i++) {
      Angle angle = call.angles().get(i);
      angles.add(angle.isConstant() ? angle : input(angle, ShiftRule.of(call, i)));
    }
    return new GateCall(call.gate(), call.controls(), angles, call.qubits());
  }

  private Angle input(Angle angle, Optional<ShiftRule> rule) {
    if (rule.isEmpty()) {
      // Only a global phase depends on it, so any number will do.
      return Angle.of(angle.constant());
    }
    Parameter first = angle.terms().get(0).parameter();
    if (angle.equals(Angle.of(first)) && occurrences.get(first) == 1) {
      bare.put(first, new Input(first, angle, rule.get()));
      return angle;
    }
    Input input = new Input(freeName(), angle, rule.get());
    split.add(input);
    return Angle.of(input.name());
  }

  private Parameter freeName() {
    int number = split.size();
    while (!names.add("angle_" + number)) {
      number++;
    }
    return new Parameter("angle_" + number);
  }
}
